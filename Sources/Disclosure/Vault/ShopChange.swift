/// A shop record that takes the place of another.
public struct ShopChange: Sendable {
    public let shop: [UInt8]
    /// Whether something that was shown no longer is.
    public let narrows: Bool
    /// Whether others may see anything of the shop, before or after.
    public let isSeen: Bool

    public init(shop: [UInt8], narrows: Bool, isSeen: Bool) {
        self.shop = shop
        self.narrows = narrows
        self.isSeen = isSeen
    }
}
