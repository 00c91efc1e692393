/// A product as the API gives it, as far as a terminal shows it.
struct ProductLine: Decodable {
    struct Text: Decodable {
        var en: String?
        var zh: String?
    }

    struct Reference: Decodable {
        var seller: String
        var price: Int64
        var currency: String
    }

    var id: String
    var title: Text
    var brand: String?
    var listPrice: Int64?
    var exclusivePrice: Int64?
    var saved: Int64?
    var currency: String?
    var references: [Reference]?

    /// Both titles, where they differ.
    var name: String {
        [title.en, title.zh == title.en ? nil : title.zh].compactMap(\.self).joined(separator: " ")
    }

    /// Id, name, brand, list price, exclusive price, what is saved, and the least that is asked elsewhere.
    var cells: [String] {
        [id, name, brand ?? "", amount(listPrice), amount(exclusivePrice), amount(saved), elsewhere]
    }

    private var elsewhere: String {
        let comparable = (references ?? []).filter { $0.currency == currency }
        return amount(comparable.map(\.price).min())
    }

    private func amount(_ units: Int64?) -> String {
        guard let units, let currency else { return "" }
        return AmountText.text(units, currency: currency)
    }
}
