public import Domain

/// A product, as coarse as it is told.
public struct ExposedProduct: Encodable, Sendable, Hashable {
    /// A category by id and name.
    public struct Label: Encodable, Sendable, Hashable {
        public let id: String
        public let name: LocalizedText

        init(_ category: Domain.Category) {
            id = category.id
            name = category.name
        }
    }

    /// Not public, so that nothing outside the enforcement point can make one.
    private enum Form: Hashable {
        case exact(id: ProductID, title: LocalizedText)
        /// A product of the shop window, with both prices, what is saved, and what others ask, in minor units.
        case offered(Product)
        case brand(String, category: Label)
        case category(Label)
        case department(Label)
    }

    private let form: Form

    private init(_ form: Form) {
        self.form = form
    }

    static func exact(_ id: ProductID, title: LocalizedText) -> ExposedProduct {
        ExposedProduct(.exact(id: id, title: title))
    }

    static func offered(_ product: Product) -> ExposedProduct { ExposedProduct(.offered(product)) }

    static func brand(_ brand: String, category: Label) -> ExposedProduct {
        ExposedProduct(.brand(brand, category: category))
    }

    static func category(_ label: Label) -> ExposedProduct { ExposedProduct(.category(label)) }

    static func department(_ label: Label) -> ExposedProduct { ExposedProduct(.department(label)) }

    private enum Key: String, CodingKey {
        case precision, id, title, listPrice, exclusivePrice, saved, currency, references, brand, category
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch form {
        case .exact(let id, let title):
            try container.encode("exact", forKey: .precision)
            try container.encode(id.text, forKey: .id)
            try container.encode(title, forKey: .title)
        case .offered(let product):
            try container.encode("exact", forKey: .precision)
            try container.encode(product.id.text, forKey: .id)
            try container.encode(product.title, forKey: .title)
            try container.encodeIfPresent(product.listPrice?.minorUnits, forKey: .listPrice)
            try container.encodeIfPresent(product.exclusivePrice?.minorUnits, forKey: .exclusivePrice)
            try container.encodeIfPresent(product.saving?.minorUnits, forKey: .saved)
            if !product.references.isEmpty {
                try container.encode(product.references.map(ExposedReference.init), forKey: .references)
            }
            let currency = (product.listPrice ?? product.exclusivePrice)?.currency.code
            try container.encodeIfPresent(currency, forKey: .currency)
        case .brand(let brand, let category):
            try container.encode("brand", forKey: .precision)
            try container.encode(brand, forKey: .brand)
            try container.encode(category, forKey: .category)
        case .category(let label):
            try container.encode("category", forKey: .precision)
            try container.encode(label, forKey: .category)
        case .department(let label):
            try container.encode("department", forKey: .precision)
            try container.encode(label, forKey: .category)
        }
    }
}
