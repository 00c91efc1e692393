public import Domain

/// A product, as coarse as it is told.
public enum ExposedProduct: Encodable, Sendable, Hashable {
    case exact(id: String, title: LocalizedText)
    /// A product of the shop window, with both prices in minor units.
    case offered(id: String, title: LocalizedText, listPrice: Int64?, exclusivePrice: Int64?, currency: String?)
    case brand(String, category: Label)
    case category(Label)
    case department(Label)

    /// A category by id and name.
    public struct Label: Encodable, Sendable, Hashable {
        public let id: String
        public let name: LocalizedText

        init(_ category: Domain.Category) {
            id = category.id
            name = category.name
        }
    }

    private enum Key: String, CodingKey {
        case precision, id, title, listPrice, exclusivePrice, currency, brand, category
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .exact(let id, let title):
            try container.encode("exact", forKey: .precision)
            try container.encode(id, forKey: .id)
            try container.encode(title, forKey: .title)
        case .offered(let id, let title, let listPrice, let exclusivePrice, let currency):
            try container.encode("exact", forKey: .precision)
            try container.encode(id, forKey: .id)
            try container.encode(title, forKey: .title)
            try container.encodeIfPresent(listPrice, forKey: .listPrice)
            try container.encodeIfPresent(exclusivePrice, forKey: .exclusivePrice)
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

extension ExposedProduct {
    /// A listed product in the open.
    init(offered product: Product) {
        self = .offered(
            id: product.id.text, title: product.title, listPrice: product.listPrice?.minorUnits,
            exclusivePrice: product.exclusivePrice?.minorUnits,
            currency: (product.listPrice ?? product.exclusivePrice)?.currency.code)
    }
}
