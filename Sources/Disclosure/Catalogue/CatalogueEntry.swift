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
    public var commissionRate: BasisPoints?
    public var references: [ReferencePrice]

    public init(
        id: ProductID, title: LocalizedText, categoryID: String?, brand: String?, listPrice: Money?,
        exclusivePrice: Money?, isListed: Bool, commissionRate: BasisPoints? = nil, references: [ReferencePrice] = []
    ) {
        self.id = id
        self.title = title
        self.categoryID = categoryID
        self.brand = brand
        self.listPrice = listPrice
        self.exclusivePrice = exclusivePrice
        self.isListed = isListed
        self.commissionRate = commissionRate
        self.references = references
    }
}

extension ProductDraft {
    init(_ entry: CatalogueEntry) {
        self.init(
            id: entry.id, title: entry.title, categoryID: entry.categoryID, brand: entry.brand,
            listPrice: entry.listPrice, exclusivePrice: entry.exclusivePrice,
            status: entry.isListed ? .listed : .delisted, commissionRate: entry.commissionRate,
            references: entry.references)
    }

    /// The same with the instants at which it was listed and became cheaper, as far as they follow from what it was.
    ///
    /// A product that is not known may be one that was deleted: it counts as listed anew.
    func dated(after former: Product?, now: Instant) -> ProductDraft {
        var dated = self
        let wasListed = former?.status == .listed
        dated.listedSince = status == .listed && !wasListed ? now : former?.listedSince
        dated.cheaperSince = former?.cheaperSince
        guard let price = exclusivePrice, let before = former?.exclusivePrice, price.currency == before.currency else {
            dated.cheaperSince = nil
            return dated
        }
        if price.minorUnits < before.minorUnits { dated.cheaperSince = now }
        if price.minorUnits > before.minorUnits { dated.cheaperSince = nil }
        return dated
    }
}
