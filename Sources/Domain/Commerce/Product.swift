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

    public init(
        number: UInt32, id: ProductID, title: LocalizedText, categoryID: String?, brand: String?, listPrice: Money?,
        exclusivePrice: Money?, status: Status
    ) {
        self.number = number
        self.id = id
        self.title = title
        self.categoryID = categoryID
        self.brand = brand
        self.listPrice = listPrice
        self.exclusivePrice = exclusivePrice
        self.status = status
    }
}
