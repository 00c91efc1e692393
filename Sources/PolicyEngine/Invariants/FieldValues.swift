public import Domain

/// Some values of some fields of a disclosure.
public struct FieldValues: Sendable, Equatable {
    public var products: Set<ProductPrecision>
    public var times: Set<TimePrecision>
    public var prices: Set<PricePrecision>
    public var quantities: Set<QuantityPrecision>
    public var shops: Set<ShopPrecision>

    public init(
        products: Set<ProductPrecision> = [], times: Set<TimePrecision> = [], prices: Set<PricePrecision> = [],
        quantities: Set<QuantityPrecision> = [], shops: Set<ShopPrecision> = []
    ) {
        self.products = products
        self.times = times
        self.prices = prices
        self.quantities = quantities
        self.shops = shops
    }

    /// Whether any field of a disclosure has one of the values.
    public func occur(in disclosure: Disclosure) -> Bool {
        products.contains(disclosure.product) || times.contains(disclosure.time) || prices.contains(disclosure.price)
            || quantities.contains(disclosure.quantity) || shops.contains(disclosure.shop)
    }
}
