/// How much of an activity may be released: a point of the disclosure lattice.
///
/// Ordered field by field; the top is `full`, the bottom `nothing`, which means that the item is absent.
public struct Disclosure: Hashable, Sendable {
    public var product: ProductPrecision
    public var time: TimePrecision
    public var price: PricePrecision
    public var quantity: QuantityPrecision
    public var shop: ShopPrecision

    /// As given, not yet in normal form.
    public init(
        product: ProductPrecision, time: TimePrecision, price: PricePrecision = .none,
        quantity: QuantityPrecision = .none,
        shop: ShopPrecision = .none
    ) {
        self.product = product
        self.time = time
        self.price = price
        self.quantity = quantity
        self.shop = shop
    }

    public static let full = Disclosure(product: .exact, time: .minute, price: .exact, quantity: .exact, shop: .named)
    public static let nothing = Disclosure(product: .none, time: .none)

    /// The same without what would tell more than its fields say.
    ///
    /// Without product or time there is nothing. A product coarser than exact leaves at most a price band, no quantity and
    /// no shop. A time coarser than a day leaves at most a price band and no shop, since public price history would date it.
    public var normalized: Disclosure {
        if product == .none || time == .none { return .nothing }
        var normal = self
        if product > .exact {
            normal.price = max(price, .band)
            normal.quantity = .none
            normal.shop = .none
        }
        if time > .day {
            normal.price = max(normal.price, .band)
            normal.shop = .none
        }
        return normal
    }

    public var isNothing: Bool { product == .none || time == .none }

    /// The coarser of both in every field, in normal form.
    public func meet(_ other: Disclosure) -> Disclosure {
        Disclosure(
            product: max(product, other.product), time: max(time, other.time), price: max(price, other.price),
            quantity: max(quantity, other.quantity), shop: max(shop, other.shop)
        ).normalized
    }

    /// The finer of both in every field.
    public func join(_ other: Disclosure) -> Disclosure {
        Disclosure(
            product: min(product, other.product), time: min(time, other.time), price: min(price, other.price),
            quantity: min(quantity, other.quantity), shop: min(shop, other.shop))
    }

    /// Whether it tells no more than the other in any field.
    public func isAtMost(_ other: Disclosure) -> Bool {
        product >= other.product && time >= other.time && price >= other.price && quantity >= other.quantity
            && shop >= other.shop
    }
}
