public import Domain

/// A good of the catalogue: `id,title[,title_zh],category,brand,price,currency[,exclusive_price,commission,status,references]`.
///
/// Category, brand and all prices may be empty; commission is in basis points; references are `seller=price`, separated by
/// semicolons, in the currency of the row. Not personal data.
public struct ProductRow: RowDecodable, Hashable {
    public static let fields: [Field] = [
        .required("id"), .required("title"), .optional("title_zh"), .required("category"), .required("brand"),
        .required("price"), .required("currency"), .optional("exclusive_price"), .optional("commission"),
        .optional("status"), .optional("references"),
    ]

    public let id: ProductID
    public let title: LocalizedText
    /// Whether or not the taxonomy has it.
    public let categoryID: String?
    public let brand: String?
    public let listPrice: Money?
    public let exclusivePrice: Money?
    public let commissionRate: BasisPoints?
    public let isListed: Bool
    public let references: [ReferencePrice]

    public init(_ row: Row) throws(RowFault) {
        id = try row.productID("id")
        title = LocalizedText(
            en: try row.value("title", TextRule.title.expectation) { TextRule.title.normalized($0) },
            zh: try row.optional("title_zh", TextRule.title.expectation) { TextRule.title.normalized($0) })
        categoryID = try row.optional("category", Row.categoryExpectation) { Row.categoryID($0) }
        brand = try row.optional("brand", TextRule.title.expectation) { TextRule.title.normalized($0) }
        listPrice = try row.optionalMoney("price", currency: "currency")
        exclusivePrice = try row.optionalMoney("exclusive_price", currency: "currency")
        commissionRate = try row.optional("commission", "expected 0 to 10000 basis points") {
            Int($0).flatMap { BasisPoints($0) }
        }
        isListed =
            try row.optional("status", "expected `listed` or `delisted`") {
                ["listed": true, "delisted": false][$0]
            } ?? true
        references = try row.references("references", currency: "currency")
    }
}
