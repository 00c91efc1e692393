public import Domain

/// A purchase as its owner sees it: in full.
///
/// Sensitivity: for the owner only.
public struct OwnPurchase: Encodable, Sendable {
    public struct Product: Encodable, Sendable {
        public let id: String
        public let title: LocalizedText
    }

    public struct Amount: Encodable, Sendable {
        /// In minor units.
        public let amount: Int64
        public let currency: String
    }

    public struct SensitivityClass: Encodable, Sendable {
        public let id: String
        public let tier: String
        public let name: LocalizedText?
    }

    public let id: String
    public let order: String
    public let line: String
    public let product: Product
    public let category: ExposedProduct.Label?
    public let sensitivity: SensitivityClass
    public let quantity: Int
    public let total: Amount
    /// RFC 3339 in UTC.
    public let at: String
    /// `bought` or `returned`.
    public let status: String
    public let boughtAt: ExposedItem.ShopReference?
    /// `default`, `hidden`, or an audience.
    public let visibility: String
}

/// What is kept of a purchase that is gone, as its owner sees it: what was said about it holds if it is sent again.
///
/// Sensitivity: for the owner only.
public struct OwnRemains: Encodable, Sendable {
    public let order: String
    public let line: String
    /// `bought` or `returned`.
    public let status: String
    /// `default`, `hidden`, or an audience.
    public let visibility: String
    /// Whether it was bought in private mode.
    public let `private`: Bool
    /// Whether it was bought as a minor.
    public let minor: Bool
    /// When what is kept of it expires as the purchase would have: the minute of the purchase, RFC 3339 in UTC.
    public let at: String
}

/// A page of a person's own purchases, newest first.
public struct OwnPurchasePage: Encodable, Sendable {
    public let items: [OwnPurchase]
    /// Where the next page begins; absent on the last one.
    public let next: String?
}
