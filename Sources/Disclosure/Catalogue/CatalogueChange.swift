public import Domain
import Storage

/// A write of a product: each field that it does not name stays as it was.
public struct CatalogueChange: Sendable {
    public var id: ProductID
    public var titleEN: FieldChange<String>
    public var titleZH: FieldChange<String>
    public var categoryID: FieldChange<String>
    public var brand: FieldChange<String>
    public var listPrice: FieldChange<Money>
    public var exclusivePrice: FieldChange<Money>
    /// `nil` leaves it as it was; a new product is listed.
    ///
    /// It cannot be cleared, as that would list a product again.
    public var isListed: Bool?
    public var commissionRate: FieldChange<BasisPoints>
    public var references: FieldChange<[ReferencePrice]>

    public init(
        id: ProductID, titleEN: FieldChange<String> = .asItWas, titleZH: FieldChange<String> = .asItWas,
        categoryID: FieldChange<String> = .asItWas, brand: FieldChange<String> = .asItWas,
        listPrice: FieldChange<Money> = .asItWas, exclusivePrice: FieldChange<Money> = .asItWas,
        isListed: Bool? = nil, commissionRate: FieldChange<BasisPoints> = .asItWas,
        references: FieldChange<[ReferencePrice]> = .asItWas
    ) {
        self.id = id
        self.titleEN = titleEN
        self.titleZH = titleZH
        self.categoryID = categoryID
        self.brand = brand
        self.listPrice = listPrice
        self.exclusivePrice = exclusivePrice
        self.isListed = isListed
        self.commissionRate = commissionRate
        self.references = references
    }

    /// Sets every field as an entry has it.
    public init(_ entry: CatalogueEntry) {
        self.init(
            id: entry.id, titleEN: .set(entry.title.en), titleZH: .set(entry.title.zh),
            categoryID: .set(entry.categoryID), brand: .set(entry.brand), listPrice: .set(entry.listPrice),
            exclusivePrice: .set(entry.exclusivePrice), isListed: entry.isListed,
            commissionRate: .set(entry.commissionRate), references: .to(entry.references))
    }
}

/// Why one write of a product is refused.
public enum CatalogueFault: Error, Equatable, Sendable {
    /// A product would have no title in either language.
    case titleMissing
    /// The product would be treated less strictly than before, which nobody allowed; the field is the one that lowers it.
    case classLowered(by: LoweringField)

    public enum LoweringField: String, Sendable {
        case category, title, brand
    }
}

extension CatalogueChange {
    /// The product after the write; the former one is `nil` for a new product.
    func draft(over former: ProductDraft?) throws(CatalogueFault) -> ProductDraft {
        let title = LocalizedText(
            en: titleEN.applied(to: former?.title.en), zh: titleZH.applied(to: former?.title.zh))
        guard title.en != nil || title.zh != nil else { throw .titleMissing }
        return ProductDraft(
            id: id, title: title, categoryID: categoryID.applied(to: former?.categoryID),
            brand: brand.applied(to: former?.brand), listPrice: listPrice.applied(to: former?.listPrice),
            exclusivePrice: exclusivePrice.applied(to: former?.exclusivePrice),
            status: isListed.map { $0 ? .listed : .delisted } ?? former?.status ?? .listed,
            commissionRate: commissionRate.applied(to: former?.commissionRate),
            references: references.applied(to: former?.references) ?? [])
    }
}
