import Domain
import Foundation
import PolicyEngine

/// How to go back to the state before a raise: the least that has to be kept for its hold to outlive a restart.
///
/// Catalogue, taxonomy and policy are no personal data.
enum Undo: Codable {
    /// To the revision of an ordinal.
    case policy(Int)
    case taxonomy([CategoryRecord])
    /// Puts products back, and takes away those that were new.
    case products(put: [ProductRecord], removed: [String])

    struct CategoryRecord: Codable {
        var number: UInt32
        var id: String
        var parent: String?
        var name: LocalizedText
    }

    struct ProductRecord: Codable {
        struct Amount: Codable {
            var units: Int64
            var currency: String
        }

        var number: UInt32
        var id: String
        var title: LocalizedText
        var category: String?
        var brand: String?
        var list: Amount?
        var exclusive: Amount?
        var isListed: Bool
    }

    var encoded: [UInt8] {
        get throws { Array(try JSONEncoder().encode(self)) }
    }

    init?(_ bytes: [UInt8]) {
        guard let read = try? JSONDecoder().decode(Undo.self, from: Data(bytes)) else { return nil }
        self = read
    }

    /// The rulebook before the raise; nothing when it cannot be made any more.
    func rulebook(before book: Rulebook, policy: (_ ordinal: Int) -> Policy?) -> Rulebook? {
        switch self {
        case .policy(let ordinal):
            policy(ordinal).map { book.under($0, ordinal: UInt32(ordinal), revisions: book.revisions) }
        case .taxonomy(let categories):
            (try? Taxonomy(categories.map(\.category))).map(book.over)
        case .products(let put, let removed):
            book.replacing(put.compactMap(\.product), removing: Set(removed.compactMap { ProductID($0) }))
        }
    }

    var isOfProducts: Bool {
        if case .products = self { true } else { false }
    }
}

extension Undo.CategoryRecord {
    init(_ category: Domain.Category) {
        self.init(number: category.number, id: category.id, parent: category.parentID, name: category.name)
    }

    fileprivate var category: Domain.Category {
        Domain.Category(number: number, id: id, parentID: parent, name: name)
    }
}

extension Undo.ProductRecord {
    init(_ product: Product) {
        self.init(
            number: product.number, id: product.id.text, title: product.title, category: product.categoryID,
            brand: product.brand, list: product.listPrice.map(Amount.init),
            exclusive: product.exclusivePrice.map(Amount.init), isListed: product.status == .listed)
    }

    fileprivate var product: Product? {
        ProductID(id).map { id in
            Product(
                number: number, id: id, title: title, categoryID: category, brand: brand, listPrice: list?.money,
                exclusivePrice: exclusive?.money, status: isListed ? .listed : .delisted)
        }
    }
}

extension Undo.ProductRecord.Amount {
    fileprivate init(_ money: Money) {
        self.init(units: money.minorUnits, currency: money.currency.code)
    }

    fileprivate var money: Money? {
        Currency(currency).map { Money(minorUnits: units, currency: $0) }
    }
}
