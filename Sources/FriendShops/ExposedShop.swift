public import Disclosure

/// A shop as a viewer may see it.
public struct ExposedShop: Encodable, Sendable {
    public let handle: String
    public let name: String
    public let sign: String?
    public let avatar: String?
    public let line: String?
    public let picks: [ExposedPick]
    /// Absent where the policy releases none.
    public let figures: ShopFigures?
    /// The revision of the policy that it was made under.
    public let policy: String
}

/// A good in a shop's window.
public struct ExposedPick: Encodable, Sendable {
    public let slot: Int
    public let product: ExposedProduct
    /// Whether the owner bought it; absent unless that purchase is shown to this viewer with its exact product.
    public let bought: Bool?
}

/// The goods in a shop's window.
public struct ExposedPicks: Encodable, Sendable {
    public let items: [ExposedPick]

    public init(_ shop: ExposedShop?) {
        items = shop?.picks ?? []
    }
}

/// A person's own shop as it is, open or not.
///
/// Sensitivity: for the owner only.
public struct OwnShop: Encodable, Sendable {
    public struct Slot: Encodable, Sendable {
        public let slot: Int
        public let product: ExposedProduct
        /// From when on the pick can be replaced; RFC 3339 in UTC.
        public let lockedUntil: String
    }

    public let name: String
    public let sign: String?
    public let avatar: String?
    public let line: String?
    public let open: Bool
    public let slots: Int
    public let picks: [Slot]
}
