import Disclosure
import Domain

/// What happened in an open shop, as activity.
struct ShopActivities {
    let shop: Shop
    let owner: PersonID
    let records: PersonalRecords
    let rulebook: Rulebook
    let milestones: [BoardStanding.Milestone]

    var all: [OwnerActivity] {
        let picks = shop.picks.sorted { $0.key < $1.key }.map(\.value)
        return picks.map { activity(.pick, of: $0, at: Instant(seconds: $0.pickedAt)) } + picks.flatMap(offers) + events
            + milestones.map(activity)
    }

    /// What the catalogue did to a picked good since it was picked.
    ///
    /// Worked out from the catalogue at every reading, so that nothing personal is rewritten when a price falls.
    private func offers(_ pick: Shop.Pick) -> [OwnerActivity] {
        let pickedAt = Instant(seconds: pick.pickedAt)
        let changes: [(OwnerActivity.Event, Instant?)] = [
            (.cheaper, rulebook.cheaperSince(pick.product)), (.back, rulebook.listedSince(pick.product)),
        ]
        return changes.compactMap { event, at in
            guard let at, at > pickedAt else { return nil }
            return activity(.offer, of: pick, event, at: at)
        }
    }

    private var events: [OwnerActivity] {
        shop.events.compactMap { event in
            OwnerActivity.Event(rawValue: event.event).map { kind in
                activity(.shop, named: event.serial.octets, product: 0, kind, at: Instant(seconds: event.at))
            }
        }
    }

    /// A milestone is named by what was reached, so that reaching it again would be the same item.
    private func activity(_ milestone: BoardStanding.Milestone) -> OwnerActivity {
        OwnerActivity(
            kind: .milestone,
            nonce: records.activityNonce(of: owner, [milestone.kind.rawValue, milestone.value]), at: milestone.at,
            product: 0, event: nil, shopName: shop.name, shopSign: shop.sign, shopAvatar: shop.avatar,
            milestone: milestone)
    }

    private func activity(
        _ kind: ActivityKind, of pick: Shop.Pick, _ event: OwnerActivity.Event? = nil, at: Instant
    ) -> OwnerActivity {
        // Two offers of one pick differ by their event and instant; a pick has its serial alone.
        let detail = event.map { Array($0.rawValue.utf8) + Array(at.description.utf8) } ?? []
        return activity(kind, named: pick.serial.octets + detail, product: pick.product, event, at: at)
    }

    private func activity(
        _ kind: ActivityKind, named name: [UInt8], product: UInt32, _ event: OwnerActivity.Event?, at: Instant
    ) -> OwnerActivity {
        OwnerActivity(
            kind: kind, nonce: records.activityNonce(of: owner, name), at: at, product: product, event: event,
            shopName: shop.name, shopSign: shop.sign, shopAvatar: shop.avatar)
    }
}
