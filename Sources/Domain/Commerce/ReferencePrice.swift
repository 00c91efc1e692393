/// What another seller asks for a good, so that an exclusive price can be compared.
///
/// Not personal data.
public struct ReferencePrice: Hashable, Sendable {
    /// More than these do not help anybody to compare.
    public static let maximumCount = 8

    public let seller: String
    public let price: Money

    /// Nothing, when the seller's name cannot be shown.
    public init?(seller: String, price: Money) {
        guard let name = TextRule.name.normalized(seller) else { return nil }
        self.seller = name
        self.price = price
    }
}
