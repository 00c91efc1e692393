/// A good of the catalogue.
///
/// Not personal data.
public struct Product: Hashable, Sendable {
    public enum Status: UInt8, Sendable {
        case listed, delisted
    }

    /// A small number given at import that stands for the id in sealed facts; never changes, never reused.
    public let number: UInt32
    public let id: ProductID
    public let title: LocalizedText
    /// The id of its category, whether or not the taxonomy has it.
    public let categoryID: String?
    public let brand: String?
    public let listPrice: Money?
    /// What it costs in a friend's shop.
    public let exclusivePrice: Money?
    public let status: Status
    /// The seller's part of a sale, which the shop's owner is paid.
    public let commissionRate: BasisPoints?
    /// What other sellers ask.
    public let references: [ReferencePrice]
    /// From when on it has been listed without a break; nothing while that is not known.
    public let listedSince: Instant?
    /// When the exclusive price fell last, unless it has risen since.
    public let cheaperSince: Instant?

    public init(
        number: UInt32, id: ProductID, title: LocalizedText, categoryID: String?, brand: String?, listPrice: Money?,
        exclusivePrice: Money?, status: Status, commissionRate: BasisPoints? = nil, references: [ReferencePrice] = [],
        listedSince: Instant? = nil, cheaperSince: Instant? = nil
    ) {
        self.number = number
        self.id = id
        self.title = title
        self.categoryID = categoryID
        self.brand = brand
        self.listPrice = listPrice
        self.exclusivePrice = exclusivePrice
        self.status = status
        self.commissionRate = commissionRate
        self.references = references
        self.listedSince = listedSince
        self.cheaperSince = cheaperSince
    }
}

extension Product {
    /// What is saved by the exclusive price, where there is something to save.
    public var saving: Money? {
        guard let listPrice, let exclusivePrice, listPrice.currency == exclusivePrice.currency,
            exclusivePrice.minorUnits < listPrice.minorUnits
        else { return nil }
        return Money(minorUnits: listPrice.minorUnits - exclusivePrice.minorUnits, currency: listPrice.currency)
    }
}
