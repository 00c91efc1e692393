import Domain
import Foundation

extension Row {
    static let categoryExpectation = "expected 1 to 64 printable ASCII characters without blanks"

    static func categoryID(_ text: String) -> String? {
        text.utf8.count <= 64 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? text : nil
    }

    func handle(_ field: String) throws(RowFault) -> Handle {
        try value(field, Self.handleExpectation) { Handle($0) }
    }

    static let handleExpectation =
        "expected 1 to \(Handle.maximumLength) of `a`-`z`, `0`-`9`, `_`, `-`, `.`, beginning with a letter or digit"

    func productID(_ field: String) throws(RowFault) -> ProductID {
        try value(field, Self.externalIDExpectation) { ProductID($0) }
    }

    /// The id of an order or of a line of it.
    func externalID(_ field: String) throws(RowFault) -> String {
        try value(field, Self.externalIDExpectation) { PurchaseKey(source: "-", order: $0, line: "-")?.order }
    }

    private static let externalIDExpectation =
        "expected 1 to \(ProductID.maximumLength) printable ASCII characters without blanks"

    /// The text of a title, a brand or the like; line breaks and tabs in it count as blanks.
    static func title(_ text: String) -> String? {
        let isBroken = text.utf8.contains { $0 < 0x20 }
        return TextRule.title.normalized(
            isBroken ? text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ") : text)
    }

    /// The currency that a field names.
    func currency(_ field: String) throws(RowFault) -> Currency {
        let text = try text(field)
        guard let currency = Currency(active: text) else { throw fault(field, Currency.expectation(for: text)) }
        return currency
    }

    /// A change of an amount in major units.
    func moneyChange(_ field: String, currency: String) throws(RowFault) -> FieldChange<Money> {
        guard self[field] == nil else { return .to(try money(field, currency: currency)) }
        return isCleared(field) ? .clear : .asItWas
    }

    /// A change of what other sellers ask: `seller=price`, separated by semicolons.
    func referencesChange(_ field: String, currency: String) throws(RowFault) -> FieldChange<[ReferencePrice]> {
        guard self[field] != nil else { return isCleared(field) ? .clear : .asItWas }
        return .to(try references(field, currency: try self.currency(currency)))
    }

    private func references(_ field: String, currency: Currency) throws(RowFault) -> [ReferencePrice] {
        return try value(
            field,
            "expected at most \(ReferencePrice.maximumCount) of SELLER=PRICE, separated by semicolons"
        ) { text in
            let parts = text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            let prices = parts.compactMap { part -> ReferencePrice? in
                guard let cut = part.lastIndex(of: "="),
                    let price = Money(majorUnits: part[part.index(after: cut)...], currency: currency)
                else { return nil }
                return ReferencePrice(seller: String(part[..<cut]), price: price)
            }
            return prices.count == parts.count && parts.count <= ReferencePrice.maximumCount ? prices : nil
        }
    }

    /// An amount in major units, in the currency that another field names.
    func money(_ field: String, currency: String) throws(RowFault) -> Money {
        let currency = try self.currency(currency)
        return try value(
            field,
            "expected a decimal of at most \(currency.decimals) places, zero or more, without sign or exponent"
        ) { Money(majorUnits: $0, currency: currency) }
    }
}
