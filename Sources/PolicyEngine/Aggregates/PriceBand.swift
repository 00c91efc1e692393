public import Domain

/// A stretch of prices: the only form in which a price is exposed that is not told exactly.
public struct PriceBand: Hashable, Sendable {
    public let currency: Currency
    /// The least amount in it, in minor units.
    public let from: Int64
    /// The greatest amount in it, in minor units; nothing for the topmost band.
    public let to: Int64?

    public init(currency: Currency, from: Int64, to: Int64?) {
        self.currency = currency
        self.from = from
        self.to = to
    }
}
