public import Domain

/// Something that happened in an owner's shop in the open: a pick, a change of the front, an offer of what is picked.
///
/// No purchase.
public struct OwnerActivity: Sendable {
    public enum Event: String, Sendable {
        case opened, closed, renamed, newSign
        /// Of an offer: the exclusive price fell; the good is listed again.
        case cheaper, back
    }

    public var kind: ActivityKind
    /// A keyed digest that names it among the owner's activities.
    public var nonce: UInt64
    public var at: Instant
    /// The number of the product picked, or zero.
    public var product: UInt32
    public var event: Event?
    public var shopName: String
    public var shopSign: String?
    public var shopAvatar: String?
    /// What the shop reached, for milestones.
    public var milestone: BoardStanding.Milestone?

    public init(
        kind: ActivityKind, nonce: UInt64, at: Instant, product: UInt32, event: Event?, shopName: String,
        shopSign: String?, shopAvatar: String? = nil, milestone: BoardStanding.Milestone? = nil
    ) {
        self.kind = kind
        self.nonce = nonce
        self.at = at
        self.product = product
        self.event = event
        self.shopName = shopName
        self.shopSign = shopSign
        self.shopAvatar = shopAvatar
        self.milestone = milestone
    }
}

/// Tells what owners did in the open.
public protocol ActivitySource: Sendable {
    /// The activities of an owner's shop, none while it is closed.
    func activities(of owner: PersonID) async throws(VaultError) -> [OwnerActivity]

    /// Whether the owner has a shop and it is open.
    func isOpen(_ owner: PersonID) async throws(VaultError) -> Bool
}
