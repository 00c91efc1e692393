import Domain

/// One item of a feed as a viewer may see it.
///
/// A field that is withheld is absent. Never changes, so that all who are shown it share one.
public final class ExposedItem: Encodable, Sendable {
    public struct Actor: Encodable, Sendable, Hashable {
        public let handle: String
        public let name: String
    }

    /// The shop through which something was bought.
    public struct ShopReference: Encodable, Sendable, Hashable {
        public let handle: String
    }

    public let id: String
    public let kind: String
    public let actor: Actor
    public let product: ExposedProduct?
    public let time: ExposedTime
    public let price: ExposedPrice?
    public let quantity: Int?
    public let boughtAt: ShopReference?
    /// For changes of a shop.
    public let shop: ExposedShopFront?
    public let event: String?
    public let milestone: ExposedMilestone?
    /// For picks: whether the owner bought the good; told only where that purchase is shown with its exact product.
    public let bought: Bool?
    let fragment = Fragment()

    private enum CodingKeys: String, CodingKey {
        case id, kind, actor, product, time, price, quantity, boughtAt, shop, event, milestone, bought
    }

    init(
        id: String, kind: ActivityKind, actor: Actor, product: ExposedProduct?, time: ExposedTime,
        price: ExposedPrice? = nil, quantity: Int? = nil, boughtAt: ShopReference? = nil, shop: ExposedShopFront? = nil,
        event: String? = nil, bought: Bool? = nil, milestone: ExposedMilestone? = nil
    ) {
        self.id = id
        self.kind = "\(kind)"
        self.actor = actor
        self.product = product
        self.time = time
        self.price = price
        self.quantity = quantity
        self.boughtAt = boughtAt
        self.shop = shop
        self.event = event
        self.milestone = milestone
        self.bought = bought
    }

    private init(_ item: ExposedItem, boughtAt reference: ShopReference?) {
        id = item.id
        kind = item.kind
        actor = item.actor
        product = item.product
        time = item.time
        price = item.price
        quantity = item.quantity
        boughtAt = reference
        shop = item.shop
        event = item.event
        milestone = item.milestone
        bought = item.bought
    }

    /// The same with the shop that it was bought through.
    func boughtAt(_ reference: ShopReference?) -> ExposedItem { ExposedItem(self, boughtAt: reference) }
}

/// What everybody sees of an open shop.
public struct ExposedShopFront: Encodable, Sendable, Hashable {
    public let handle: String
    public let name: String
    public let sign: String?
    public let avatar: String?

    public init(handle: String, name: String, sign: String?, avatar: String? = nil) {
        self.handle = handle
        self.name = name
        self.sign = sign
        self.avatar = avatar
    }
}
