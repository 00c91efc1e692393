public import Domain

/// A good of the catalogue: `id,title[,title_zh],category,brand,price,currency`.
///
/// Category, brand and price may be empty. Not personal data.
public struct ProductRow: RowDecodable, Hashable {
    public static let fields: [Field] = [
        .required("id"), .required("title"), .optional("title_zh"), .required("category"), .required("brand"),
        .required("price"), .required("currency"),
    ]

    public let id: ProductID
    public let title: LocalizedText
    /// Whether or not the taxonomy has it.
    public let categoryID: String?
    public let brand: String?
    public let listPrice: Money?

    public init(_ row: Row) throws(RowFault) {
        id = try row.productID("id")
        title = LocalizedText(
            en: try row.value("title", TextRule.title.expectation) { TextRule.title.normalized($0) },
            zh: try row.optional("title_zh", TextRule.title.expectation) { TextRule.title.normalized($0) })
        categoryID = try row.optional("category", Row.categoryExpectation) { Row.categoryID($0) }
        brand = try row.optional("brand", TextRule.title.expectation) { TextRule.title.normalized($0) }
        listPrice = row["price"] == nil ? nil : try row.money("price", currency: "currency")
    }
}
