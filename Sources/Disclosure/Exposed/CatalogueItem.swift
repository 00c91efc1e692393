public import Domain

/// A product of the catalogue as shopkeepers look for it.
///
/// Not personal data.
public struct CatalogueItem: Encodable, Sendable {
    public let id: String
    public let title: LocalizedText
    public let category: ExposedProduct.Label?
    public let brand: String?
    /// In minor units, as all amounts.
    public let listPrice: Int64?
    public let exclusivePrice: Int64?
    /// What is saved by the exclusive price.
    public let saved: Int64?
    public let currency: String?
    /// In hundredths of a percent.
    public let commissionRate: Int?
    /// What other sellers ask; absent where nobody is known to.
    public let references: [ExposedReference]?
    /// Whether it may be put into a shop window.
    public let pickable: Bool

    init(_ product: Product, category: Domain.Category?, isPickable: Bool) {
        id = product.id.text
        title = product.title
        self.category = category.map(ExposedProduct.Label.init)
        brand = product.brand
        listPrice = product.listPrice?.minorUnits
        exclusivePrice = product.exclusivePrice?.minorUnits
        saved = product.saving?.minorUnits
        currency = (product.listPrice ?? product.exclusivePrice)?.currency.code
        commissionRate = product.commissionRate?.value
        references = product.references.isEmpty ? nil : product.references.map(ExposedReference.init)
        pickable = isPickable
    }
}

/// A page of the catalogue.
public struct CataloguePage: Encodable, Sendable {
    public let items: [CatalogueItem]
    /// Where the next page begins; absent on the last one.
    public let next: String?
}
