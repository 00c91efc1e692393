extension Disclosure {
    /// Ten bits: three for product, three for time, two for price, one each for quantity and shop.
    public var code: UInt16 {
        UInt16(product.rawValue) | UInt16(time.rawValue) << 3 | UInt16(price.rawValue) << 6
            | UInt16(quantity.rawValue) << 8 | UInt16(shop.rawValue) << 9
    }

    /// Nothing, when the bits are no disclosure.
    public init?(code: UInt16) {
        guard code < 1 << 10, let product = ProductPrecision(rawValue: UInt8(code & 7)),
            let time = TimePrecision(rawValue: UInt8(code >> 3 & 7)),
            let price = PricePrecision(rawValue: UInt8(code >> 6 & 3)),
            let quantity = QuantityPrecision(rawValue: UInt8(code >> 8 & 1)),
            let shop = ShopPrecision(rawValue: UInt8(code >> 9 & 1))
        else { return nil }
        self.init(product: product, time: time, price: price, quantity: quantity, shop: shop)
    }

    /// Every point of the lattice, in or out of normal form.
    public static let all: [Disclosure] = (0..<1 << 10).compactMap { Disclosure(code: $0) }
}
