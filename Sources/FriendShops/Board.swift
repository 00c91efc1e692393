public import Disclosure

/// A page of a ranking of shops, as the last tick left it.
public struct Board: Encodable, Sendable {
    /// A shop in its place.
    public struct Place: Encodable, Sendable {
        /// From 1.
        public let rank: Int
        public let shop: ExposedShopFront
        public let figures: ShopFigures
    }

    /// The epoch whose figures rank: `2026-01-05`; absent before the first tick.
    public let epoch: String?
    public let places: [Place]
    /// Where the next page begins; absent on the last one.
    public let next: String?
    /// The revision of the policy that it was made under.
    public let policy: String
}
