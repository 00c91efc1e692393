public import Domain

/// Something an owner did in the open: a pick, or a change of the shop.
///
/// No purchase.
public struct OwnerActivity: Sendable {
    public enum Event: String, Sendable {
        case opened, renamed, newSign
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

    public init(
        kind: ActivityKind, nonce: UInt64, at: Instant, product: UInt32, event: Event?, shopName: String,
        shopSign: String?
    ) {
        self.kind = kind
        self.nonce = nonce
        self.at = at
        self.product = product
        self.event = event
        self.shopName = shopName
        self.shopSign = shopSign
    }
}

/// Tells what owners did in the open.
public protocol ActivitySource: Sendable {
    /// The activities of an owner's shop, none while it is closed.
    func activities(of owner: PersonID) async throws(VaultError) -> [OwnerActivity]

    /// Whether the owner has a shop and it is open.
    func isOpen(_ owner: PersonID) async throws(VaultError) -> Bool
}
