public import Domain
import PolicyEngine

/// What one owner lets one viewer see, sorted as in a feed.
public struct VisibleSource: Sendable {
    let lists: VisibleLists
    let audience: Audience
    /// The references of the audience; not all of them are for this viewer, see ``admits(_:asOf:)``.
    public let references: [VisibleReference]
    /// Which of the references are for this viewer.
    public let window: VisibleWindow

    init(lists: VisibleLists, audience: Audience, visibleFrom: Instant, kinds: Set<ActivityKind>?) {
        self.lists = lists
        self.audience = audience
        references = lists[audience]
        window = VisibleWindow(visibleFrom: visibleFrom, kinds: kinds)
    }

    /// Whether this viewer may see an item, in a walk that began at the given instant.
    public func admits(_ reference: VisibleReference, asOf start: Instant) -> Bool {
        window.admits(reference, asOf: start)
    }
}

/// Which references of an audience one viewer may see; nothing in it is counted by reference, so that it is copied for nothing.
public struct VisibleWindow: Sendable {
    /// What was released before is not shown to this viewer.
    let visibleFrom: Instant
    /// A bit for each kind.
    private let kinds: UInt8

    /// All kinds, unless some are named.
    init(visibleFrom: Instant, kinds: Set<ActivityKind>?) {
        self.visibleFrom = visibleFrom
        self.kinds = kinds.map { $0.reduce(0) { $0 | Self.bit($1) } } ?? .max
    }

    private static func bit(_ kind: ActivityKind) -> UInt8 { 1 << kind.rawValue }

    /// Whether this viewer may see an item, in a walk that began at the given instant.
    public func admits(_ reference: VisibleReference, asOf start: Instant) -> Bool {
        let release = Int64(reference.releaseMinute) * 60
        return release <= start.seconds && release >= visibleFrom.seconds && kinds & Self.bit(reference.kind) != 0
    }
}

extension VisibleSource {
    /// Whether this viewer sees that the owner bought a product: a purchase of it, with its exact product.
    public func showsPurchase(of product: UInt32, asOf now: Instant) -> Bool {
        lists.purchases(of: product, for: audience).contains { reference in
            let release = Int64(reference.releaseMinute) * 60
            return release <= now.seconds && release >= window.visibleFrom.seconds
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
