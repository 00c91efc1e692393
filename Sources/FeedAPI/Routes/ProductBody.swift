import Disclosure
import Domain

/// The body by which a product of the catalogue is put.
struct ProductBody: Sendable {
    let title: LocalizedText
    let category: String?
    let brand: String?
    let listPrice: Money?
    let exclusivePrice: Money?
    let isListed: Bool
    let commissionRate: BasisPoints?
    let references: [ReferencePrice]

    static let reading = FieldReading<ProductBody>.object { reader in
        let title = reader.required("title", localizedText)
        let category = reader.optional(
            "category", .parsed { text in ProductID(text).map(\.text) })
        let brand = reader.optional("brand", .parsed { TextRule.title.normalized($0) })
        let listPrice = reader.optional("listPrice", .integer(in: 0...Money.maximumMinorUnits))
        let exclusivePrice = reader.optional("exclusivePrice", .integer(in: 0...Money.maximumMinorUnits))
        let currency = reader.optional("currency", .parsed { Currency($0) })
        let isListed = reader.optional("status", .parsed(.notAChoice) { ["listed": true, "delisted": false][$0] })
        let commissionRate = reader.optional(
            "commissionRate", .integer(in: Int64(BasisPoints.bounds.lowerBound)...Int64(BasisPoints.bounds.upperBound)))
        let references = reader.optional(
            "references", .array(of: reference, count: 0...ReferencePrice.maximumCount))
        let isPriced = listPrice != nil || exclusivePrice != nil
        if isPriced, !reader.has("currency") { reader.refuse("currency", .missing) }
        guard let title, currency != nil || !isPriced else { return nil }
        let money = { (amount: Int64?) in
            currency.flatMap { currency in amount.map { Money(minorUnits: $0, currency: currency) } }
        }
        return ProductBody(
            title: title, category: category, brand: brand, listPrice: money(listPrice),
            exclusivePrice: money(exclusivePrice), isListed: isListed ?? true,
            commissionRate: commissionRate.flatMap { BasisPoints($0) }, references: references ?? [])
    }

    /// What another seller asks.
    private static let reference = FieldReading<ReferencePrice>.object { reader in
        let seller = reader.required("seller", .parsed { TextRule.name.normalized($0) })
        let price = reader.required("price", .integer(in: 0...Money.maximumMinorUnits))
        let currency = reader.required("currency", .parsed { Currency($0) })
        guard let seller, let price, let currency else { return nil }
        return ReferencePrice(seller: seller, price: Money(minorUnits: price, currency: currency))
    }

    /// A text in at least one of the two languages.
    private static let localizedText = FieldReading<LocalizedText>.object { reader in
        let en = reader.optional("en", .parsed { TextRule.title.normalized($0) })
        let zh = reader.optional("zh", .parsed { TextRule.title.normalized($0) })
        if !reader.has("en"), !reader.has("zh") { reader.refuse("en", .missing) }
        return LocalizedText(en: en, zh: zh)
    }

    func entry(_ id: ProductID) -> CatalogueEntry {
        CatalogueEntry(
            id: id, title: title, categoryID: category, brand: brand, listPrice: listPrice,
            exclusivePrice: exclusivePrice,
            isListed: isListed, commissionRate: commissionRate, references: references)
    }
}
