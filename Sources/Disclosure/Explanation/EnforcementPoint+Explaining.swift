public import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

extension EnforcementPoint {
    /// Everything that leads to what a viewer sees of an item; nothing when there is no such item.
    ///
    /// Sensitivity: names the class of a purchase, of one that is withheld too; for the operator only.
    public func explanation(of id: String, for viewer: PersonID) async throws(VaultError) -> Explanation? {
        let reading = reading(for: viewer)
        guard let item = reading.itemID(id), let owner = try await reading.head(of: item.owner) else { return nil }
        let place = try await place(of: viewer, before: owner, reading)
        let lists = try await visibleLists(
            of: owner, generation: vault.gate.generation(of: owner.id), rulebook: reading.rulebook, now: reading.now)
        let explainer = Explainer(rulebook: reading.rulebook, owner: owner, now: reading.now)
        var explanation: Explanation
        if item.kind == .purchase {
            guard let (location, facts) = try await ledger.location(of: id, owner: owner) else { return nil }
            explanation = explainer.explanation(
                of: facts, for: place.audience, visibleFrom: place.visibleFrom, in: lists)
            if explanation.obstacle == .held {
                let held = HeldItems(
                    head: owner, facts: try await OwnerRecords(open: vault).facts(of: owner),
                    rulebook: reading.rulebook, now: reading.now)
                explanation.heldUntil = held.holds[location.ordinal]?.until
            }
        } else {
            guard let activity = lists.activities.first(where: { $0.nonce == item.nonce && $0.kind == item.kind })
            else { return nil }
            explanation = explainer.explanation(
                of: activity, for: place.audience, visibleFrom: place.visibleFrom, in: lists)
        }
        if explanation.obstacle == nil, let audience = place.audience, audience != .owner {
            explanation.exposed = try await exposed(item, audience, owner, lists, place.visibleFrom, reading)
        }
        return explanation
    }

    /// The same of an activity that never was, of an owner with the settings that they have.
    ///
    /// A good that is given beside it counts as one of the catalogue.
    public func explanation(
        of activity: RehearsedActivity, owner: PersonID, good: CatalogueEntry?, for viewer: PersonID?,
        audience: Audience?
    ) async throws -> Explanation? {
        let reading = reading(for: viewer ?? owner)
        guard let head = try await reading.head(of: owner) else { return nil }
        var place = (audience: audience, visibleFrom: Instant(seconds: 0))
        if let viewer { place = try await self.place(of: viewer, before: head, reading) }
        var rulebook = reading.rulebook
        if let good { rulebook = rulebook.replacing([Product(ProductDraft(good), number: .max)], removing: []) }
        let stage = Stage(
            rulebook: rulebook, owner: head, audience: place.audience, visibleFrom: place.visibleFrom,
            now: reading.now)
        switch activity {
        case .purchase(let purchase): return try stage.explanation(of: purchase, shop: nil, shownAs: nil)
        case .happening(let happening): return stage.explanation(of: happening, front: nil)
        }
    }

    /// Where a viewer stands towards an owner.
    private func place(
        of viewer: PersonID, before owner: Head, _ reading: Reading
    ) async throws(VaultError) -> (audience: Audience?, visibleFrom: Instant) {
        let audience = try await reading.audience(of: viewer, for: owner)
        return (audience, owner.friends[viewer]?.visibleFrom ?? Instant(seconds: 0))
    }

    private func exposed(
        _ item: ItemID, _ audience: Audience, _ owner: Head, _ lists: VisibleLists, _ visibleFrom: Instant,
        _ reading: Reading
    ) async throws(VaultError) -> ExposedItem? {
        guard let reference = lists[audience].first(where: { $0.tie == item.nonce && $0.kind == item.kind }) else {
            return nil
        }
        let source = VisibleSource(
            lists: lists, audience: audience, visibleFrom: visibleFrom, kinds: nil)
        return try await reading.exposed([(source, reference)])[0]
    }
}
