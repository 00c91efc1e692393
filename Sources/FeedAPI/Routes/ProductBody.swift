import Disclosure
import Domain

/// The body by which a product of the catalogue is put: a field that is absent stays as it was.
struct ProductBody: Sendable {
    private let change: @Sendable (ProductID) -> CatalogueChange

    static let reading = FieldReading<ProductBody>.object { reader in
        let title = reader.stated("title", titles) ?? (.asItWas, .asItWas)
        let category = reader.change("category", .parsed { text in ProductID(text).map(\.text) })
        let brand = reader.change("brand", .parsed { TextRule.title.normalized($0) })
        let amount = FieldReading<Int64>.integer(in: 0...Money.maximumMinorUnits)
        let listPrice = reader.change("listPrice", amount)
        let exclusivePrice = reader.change("exclusivePrice", amount)
        let currency = reader.optional("currency", .currency)
        let isListed = reader.stated("status", .parsed(.notAChoice) { ["listed": true, "delisted": false][$0] })
        let commissionRate = reader.change("commissionRate", rate)
        let references = reader.change("references", .array(of: reference, count: 0...ReferencePrice.maximumCount))
        for case .to in [listPrice, exclusivePrice] where !reader.has("currency") {
            reader.refuse("currency", .missing)
            break
        }
        let money = { @Sendable (amount: FieldChange<Int64>) -> FieldChange<Money> in
            guard let currency else { return amount == .clear ? .clear : .asItWas }
            return amount.map { Money(minorUnits: $0, currency: currency) }
        }
        return ProductBody { id in
            CatalogueChange(
                id: id, titleEN: title.en, titleZH: title.zh, categoryID: category, brand: brand,
                listPrice: money(listPrice), exclusivePrice: money(exclusivePrice), isListed: isListed,
                commissionRate: commissionRate, references: references)
        }
    }

    private static let rate = FieldReading<BasisPoints> { value, pointer, faults in
        let bounds = Int64(BasisPoints.bounds.lowerBound)...Int64(BasisPoints.bounds.upperBound)
        return FieldReading<Int64>.integer(in: bounds).read(value, pointer, faults).flatMap { BasisPoints(Int($0)) }
    }

    /// What another seller asks.
    private static let reference = FieldReading<ReferencePrice>.object { reader in
        let seller = reader.required("seller", .parsed { TextRule.name.normalized($0) })
        let price = reader.required("price", .integer(in: 0...Money.maximumMinorUnits))
        let currency = reader.required("currency", .currency)
        guard let seller, let price, let currency else { return nil }
        return ReferencePrice(seller: seller, price: Money(minorUnits: price, currency: currency))
    }

    /// The titles in the two languages, each by itself.
    private static let titles = FieldReading<(en: FieldChange<String>, zh: FieldChange<String>)>.object { reader in
        let title = FieldReading<String>.parsed { TextRule.title.normalized($0) }
        return (reader.change("en", title), reader.change("zh", title))
    }

    func change(of id: ProductID) -> CatalogueChange { change(id) }
}
