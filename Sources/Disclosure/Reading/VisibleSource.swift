public import Domain
import PolicyEngine

/// What one owner lets one viewer see, sorted as in a feed.
public struct VisibleSource: Sendable {
    let lists: VisibleLists
    let audience: Audience
    /// What was released before is not shown to this viewer.
    let visibleFrom: Instant
    let kinds: Set<ActivityKind>?

    /// The references of the audience; not all of them are for this viewer, see ``admits(_:asOf:)``.
    public var references: [VisibleReference] { lists[audience] }

    /// Whether this viewer may see an item, in a walk that began at the given instant.
    public func admits(_ reference: VisibleReference, asOf start: Instant) -> Bool {
        let release = Int64(reference.releaseMinute) * 60
        return release <= start.seconds && release >= visibleFrom.seconds
            && kinds.map { $0.contains(reference.kind) } ?? true
    }
}

extension VisibleSource {
    /// Whether this viewer sees that the owner bought a product: a purchase of it, with its exact product.
    public func showsPurchase(of product: UInt32, asOf now: Instant) -> Bool {
        lists.purchases(of: product, for: audience).contains { reference in
            let release = Int64(reference.releaseMinute) * 60
            return release <= now.seconds && release >= visibleFrom.seconds
        }
    }

    /// Whether the policy shows the front of the owner's open shop to this audience.
    public func showsShopFront(_ reading: Reading) -> Bool {
        let policy = reading.rulebook.policy
        return !policy.table.disclosure(
            DecisionFacts(
                kind: .shop, audience: audience, classCode: policy.ordinaryClassCode, ageInMonths: 0,
                minor: lists.face.isMinor,
                isPrivate: false, thirdParty: false)
        ).isNothing
    }
}
