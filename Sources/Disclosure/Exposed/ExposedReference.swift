import Domain

/// What another seller asks for a good.
public struct ExposedReference: Encodable, Sendable, Hashable {
    public let seller: String
    public let price: Int64
    public let currency: String

    init(_ reference: ReferencePrice) {
        seller = reference.seller
        price = reference.price.minorUnits
        currency = reference.price.currency.code
    }
}
