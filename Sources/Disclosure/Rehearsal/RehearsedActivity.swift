public import Domain

/// Something made up that somebody may see.
public enum RehearsedActivity: Sendable {
    case purchase(RehearsedPurchase)
    case happening(RehearsedHappening)

    /// Whose it is.
    public var owner: Handle {
        switch self {
        case .purchase(let purchase): purchase.buyer
        case .happening(let happening): happening.owner
        }
    }
}

/// A made-up purchase.
public struct RehearsedPurchase: Sendable {
    /// Names it; the exposed item's id is made of it.
    public var name: String
    public var buyer: Handle
    public var product: ProductID
    public var quantity: UInt32
    public var total: Money
    public var moment: PurchaseDraft.Moment
    /// When it came in.
    public var receivedAt: Instant
    public var shop: Handle?
    public var isReturned = false
    public var visibility = ItemVisibility.standard
    /// Whether it is somebody else's matter too.
    public var isThirdParty = false
    /// The class it had at purchase, where that differs from today's.
    public var classAtPurchase: ClassCode?
    /// Whether the buyer was a minor then.
    public var madeAsMinor = false
    /// Whether it was made in private mode.
    public var madeInPrivate = false

    public init(
        name: String, buyer: Handle, product: ProductID, quantity: UInt32 = 1, total: Money,
        at moment: PurchaseDraft.Moment, receivedAt: Instant, shop: Handle? = nil
    ) {
        self.name = name
        self.buyer = buyer
        self.product = product
        self.quantity = quantity
        self.total = total
        self.moment = moment
        self.receivedAt = receivedAt
        self.shop = shop
    }
}

/// Something made up that happened in somebody's shop.
public struct RehearsedHappening: Sendable {
    public var name: String
    public var owner: Handle
    /// Anything but a purchase.
    public var kind: ActivityKind
    /// What it is about; nothing for shops and milestones.
    public var product: ProductID?
    public var at: Instant

    public init(name: String, owner: Handle, kind: ActivityKind, product: ProductID?, at: Instant) {
        self.name = name
        self.owner = owner
        self.kind = kind
        self.product = product
        self.at = at
    }
}
