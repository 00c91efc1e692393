public import Domain

/// A product before it has a number.
public struct ProductDraft: Hashable, Sendable {
    public var id: ProductID
    public var title: LocalizedText
    public var categoryID: String?
    public var brand: String?
    public var listPrice: Money?
    public var exclusivePrice: Money?
    public var status: Product.Status
    public var commissionRate: BasisPoints?
    public var references: [ReferencePrice]
    public var listedSince: Instant?
    public var cheaperSince: Instant?

    public init(
        id: ProductID, title: LocalizedText, categoryID: String?, brand: String?, listPrice: Money?,
        exclusivePrice: Money?, status: Product.Status, commissionRate: BasisPoints? = nil,
        references: [ReferencePrice] = [], listedSince: Instant? = nil, cheaperSince: Instant? = nil
    ) {
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

    public init(_ product: Product) {
        self.init(
            id: product.id, title: product.title, categoryID: product.categoryID, brand: product.brand,
            listPrice: product.listPrice, exclusivePrice: product.exclusivePrice, status: product.status,
            commissionRate: product.commissionRate, references: product.references, listedSince: product.listedSince,
            cheaperSince: product.cheaperSince)
    }
}

extension Product {
    public init(_ draft: ProductDraft, number: UInt32) {
        self.init(
            number: number, id: draft.id, title: draft.title, categoryID: draft.categoryID, brand: draft.brand,
            listPrice: draft.listPrice, exclusivePrice: draft.exclusivePrice, status: draft.status,
            commissionRate: draft.commissionRate, references: draft.references, listedSince: draft.listedSince,
            cheaperSince: draft.cheaperSince)
    }
}

extension ProductDraft {
    /// What it is found by: both titles and the brand, which no word reaches across.
    public var searchTexts: [SearchText] { [title.en, title.zh, brand].compactMap(\.self).map(SearchText.init) }
}
