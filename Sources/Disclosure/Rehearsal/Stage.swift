import Domain
import PolicyEngine

/// An owner and somebody who looks, for made-up activities to be decided and exposed between them.
struct Stage {
    let rulebook: Rulebook
    let owner: Head
    /// The audience that the viewer is in; nothing for somebody blocked.
    let audience: Audience?
    /// What was released before is not shown to the viewer.
    let visibleFrom: Instant
    let now: Instant

    /// What is seen of a purchase; `shop` is whose shop it came through, and `shownAs` how that shop looks to the viewer.
    func explanation(
        of purchase: RehearsedPurchase, shop: PersonID?, shownAs reference: ExposedItem.ShopReference?
    ) throws(IntakeError) -> Explanation {
        let sealable = try sealable(purchase, shop: shop)
        let lists = VisibleListsBuilder.lists(
            head: owner, generation: 0, facts: [(0, sealable.facts)], activities: [], rulebook: rulebook, now: now)
        var explanation = Explainer(rulebook: rulebook, owner: owner, now: now).explanation(
            of: sealable.facts, for: audience, visibleFrom: visibleFrom, in: lists)
        guard explanation.obstacle == nil, audience != .owner,
            let size = explanation.disclosure.time.bucketSize,
            let opened = sealable.opened()
        else { return explanation }
        let item = Generalizer(rulebook: rulebook, now: now).exposed(
            opened, bucket: sealable.facts.bucket(size), releasedAt: sealable.facts.release(size),
            disclosure: explanation.disclosure,
            id: ItemID.prefix + purchase.name, actor: ExposedItem.Actor(owner))
        guard let item else {
            explanation.disclosure = .nothing
            explanation.obstacle = .nothingToShow
            return explanation
        }
        explanation.exposed = item.boughtAt(explanation.disclosure.shop == .named ? reference : nil)
        return explanation
    }

    /// What is seen of something that happened in the owner's shop.
    func explanation(of happening: RehearsedHappening, front: RehearsedPerson.Front?) -> Explanation {
        let activity = OwnerActivity(
            kind: happening.kind, nonce: Self.nonce(happening.name), at: happening.at,
            product: happening.product.map { rulebook.number(of: $0) ?? .max } ?? 0,
            event: happening.kind == .shop ? .opened : nil, shopName: front?.name ?? owner.name,
            shopSign: front?.sign)
        let lists = VisibleListsBuilder.lists(
            head: owner, generation: 0, facts: [], activities: [activity], rulebook: rulebook, now: now)
        var explanation = Explainer(rulebook: rulebook, owner: owner, now: now).explanation(
            of: activity, for: audience, visibleFrom: visibleFrom, in: lists)
        guard explanation.obstacle == nil, audience != .owner else { return explanation }
        explanation.exposed = rulebook.exposed(
            activity, actor: ExposedItem.Actor(owner), id: ItemID.prefix + happening.name)
        return explanation
    }

    /// Facts and details as intake works them out, with what is said about them besides.
    private func sealable(
        _ purchase: RehearsedPurchase, shop: PersonID?
    ) throws(IntakeError) -> SealablePurchase {
        guard let key = PurchaseKey(source: "rehearsal", order: "1", line: "1") else { throw .implausibleInstant }
        let draft = PurchaseDraft(
            key: key, buyer: purchase.buyer, product: purchase.product, quantity: purchase.quantity,
            total: purchase.total, at: purchase.moment, shop: .set(purchase.shop),
            status: purchase.isReturned ? .returned : nil)
        var sealable = try draft.sealed(
            IntakeContext(
                owner: owner, shop: shop, now: purchase.receivedAt, rulebook: rulebook,
                nonce: Self.nonce(purchase.name)))
        sealable.facts.override = purchase.visibility.override
        if purchase.isThirdParty { sealable.facts.flags.insert(.thirdParty) }
        if purchase.madeAsMinor { sealable.facts.flags.insert(.minor) }
        if purchase.madeInPrivate { sealable.facts.flags.insert(.isPrivate) }
        if let code = purchase.classAtPurchase { sealable.facts.classCode = code }
        return sealable
    }

    /// FNV-1a of 56 bits, as far to the left as a real digest: names an activity within one rehearsal.
    private static func nonce(_ name: String) -> UInt64 {
        let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return max(1, hash >> 8) << 8
    }
}
