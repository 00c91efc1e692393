public import Domain
import Storage

/// A product as the host platform tells it.
public struct CatalogueEntry: Sendable {
    public var id: ProductID
    public var title: LocalizedText
    public var categoryID: String?
    public var brand: String?
    public var listPrice: Money?
    public var exclusivePrice: Money?
    public var isListed: Bool

    public init(
        id: ProductID, title: LocalizedText, categoryID: String?, brand: String?, listPrice: Money?,
        exclusivePrice: Money?,
        isListed: Bool
    ) {
        self.id = id
        self.title = title
        self.categoryID = categoryID
        self.brand = brand
        self.listPrice = listPrice
        self.exclusivePrice = exclusivePrice
        self.isListed = isListed
    }
}

extension ProductDraft {
    init(_ entry: CatalogueEntry) {
        self.init(
            id: entry.id, title: entry.title, categoryID: entry.categoryID, brand: entry.brand,
            listPrice: entry.listPrice, exclusivePrice: entry.exclusivePrice,
            status: entry.isListed ? .listed : .delisted)
    }
}

extension Product {
    init(_ draft: ProductDraft, number: UInt32) {
        self.init(
            number: number, id: draft.id, title: draft.title, categoryID: draft.categoryID, brand: draft.brand,
            listPrice: draft.listPrice, exclusivePrice: draft.exclusivePrice, status: draft.status)
    }
}
