public import Domain

/// A good of the catalogue: `id,title[,title_zh],category,brand,price,currency[,exclusive_price,commission,status,references]`.
///
/// All but the id may be empty and is then as it was; a new good needs a title. Commission is in basis points; references are
/// `seller=price`, separated by semicolons, in the currency of the row. Not personal data.
public struct ProductRow: RowDecodable, Hashable {
    public static let fields: [Field] = [
        .required("id"), .required("title"), .optional("title_zh"), .required("category"), .required("brand"),
        .required("price"), .required("currency"), .optional("exclusive_price"), .optional("commission"),
        .optional("status"), .optional("references"),
    ]

    public let id: ProductID
    public let titleEN: FieldChange<String>
    public let titleZH: FieldChange<String>
    /// Whether or not the taxonomy has it.
    public let categoryID: FieldChange<String>
    public let brand: FieldChange<String>
    public let listPrice: FieldChange<Money>
    public let exclusivePrice: FieldChange<Money>
    public let commissionRate: FieldChange<BasisPoints>
    /// `nil` if the row does not say.
    public let isListed: Bool?
    public let references: FieldChange<[ReferencePrice]>

    public init(_ row: Row) throws(RowFault) {
        id = try row.productID("id")
        titleEN = try row.change("title", TextRule.title.expectation, read: Row.title)
        titleZH = try row.change("title_zh", TextRule.title.expectation, read: Row.title)
        categoryID = try row.change("category", Row.categoryExpectation, read: Row.categoryID)
        brand = try row.change("brand", TextRule.title.expectation, read: Row.title)
        listPrice = try row.moneyChange("price", currency: "currency")
        exclusivePrice = try row.moneyChange("exclusive_price", currency: "currency")
        commissionRate = try row.change("commission", "expected 0 to 10000 basis points") {
            Int($0).flatMap { BasisPoints($0) }
        }
        isListed = try row.stated("status", "expected `listed` or `delisted`") {
            ["listed": true, "delisted": false][$0]
        }
        references = try row.referencesChange("references", currency: "currency")
    }
}
