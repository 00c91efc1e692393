public import Domain

/// A line of an order: `order,buyer,product,quantity,total,currency,at[,line,shop,status]`.
///
/// Sensitivity: personal in every field.
public struct PurchaseRow: RowDecodable, Hashable {
    public static let fields: [Field] = [
        .required("order"), .required("buyer"), .required("product"), .required("quantity"), .required("total"),
        .required("currency"), .required("at"), .optional("line"), .optional("shop"), .optional("status"),
    ]

    /// Above any purchase of a household.
    public static let maximumQuantity = 100_000

    public let order: String
    /// The product's id, unless the row says otherwise.
    public let orderLine: String
    public let buyer: Handle
    public let product: ProductID
    /// Zero or more, in whole pieces.
    public let quantity: Int
    /// Zero or more, of the whole line.
    public let total: Money
    public let at: PurchaseTime
    /// Whose shop it came through.
    public let shop: FieldChange<Handle>
    /// `nil` if the row does not say.
    public let status: PurchaseStatus?

    public init(_ row: Row) throws(RowFault) {
        order = try row.externalID("order")
        buyer = try row.handle("buyer")
        product = try row.productID("product")
        quantity = try row.value("quantity", "expected a whole number from 0 to \(Self.maximumQuantity)") {
            Self.quantity($0)
        }
        total = try row.money("total", currency: "currency")
        at = try row.value("at", "expected a date and time as `2026-10-31T12:30:00`, with an offset or without") {
            Self.time($0)
        }
        orderLine = row["line"] == nil ? product.text : try row.externalID("line")
        shop = try row.change("shop", Row.handleExpectation) { Handle($0) }
        status = try row.stated("status", "expected `bought` or `returned`") { PurchaseStatus(rawValue: $0) }
    }

    /// What names it; nothing when the source is no well-formed id.
    public func key(source: String) -> PurchaseKey? { PurchaseKey(source: source, order: order, line: orderLine) }

    private static func quantity(_ text: String) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number <= maximumQuantity
        else { return nil }
        return number
    }

    private static func time(_ text: String) -> PurchaseTime? {
        guard let (local, offset) = LocalDateTime.parse(text) else { return nil }
        guard let offset else { return .local(local) }
        return .instant(Instant(seconds: local.secondsFromEpoch - Int64(offset)))
    }
}
