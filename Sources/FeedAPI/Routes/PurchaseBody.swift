import Disclosure
import Domain

/// The body by which a purchase is put: shop and status stay as they were when they are absent.
///
/// Sensitivity: personal, until it is made a draft.
struct PurchaseBody: Sendable {
    private let buyer: Handle
    private let product: ProductID
    private let quantity: UInt32
    private let total: Money
    private let moment: PurchaseDraft.Moment
    private let shop: FieldChange<Handle>
    private let status: PurchaseDraft.Status?

    static let reading = FieldReading<PurchaseBody>.object { reader in
        let buyer = reader.required("buyer", .parsed { Handle($0) })
        let product = reader.required("product", .parsed { ProductID($0) })
        let quantity = reader.required("quantity", .integer(in: 0...Int64(PurchaseDraft.maximumQuantity)))
        let total = reader.required("total", .integer(in: 0...Money.maximumMinorUnits))
        let currency = reader.required("currency", .currency)
        let moment = reader.required("at", .parsed { Self.moment($0) })
        let shop = reader.change("shop", .parsed { Handle($0) })
        let status = reader.stated("status", .parsed(.notAChoice) { PurchaseDraft.Status(rawValue: $0) })
        guard let buyer, let product, let quantity, let total, let currency, let moment else { return nil }
        return PurchaseBody(
            buyer: buyer, product: product, quantity: UInt32(quantity),
            total: Money(minorUnits: total, currency: currency),
            moment: moment, shop: shop, status: status)
    }

    /// A time without an offset is one of the buyer's clock.
    private static func moment(_ text: String) -> PurchaseDraft.Moment? {
        if let instant = Instant(text) { return .instant(instant) }
        return LocalDateTime.parse(text).map { .local($0.local) }
    }

    func draft(_ key: PurchaseKey) -> PurchaseDraft {
        PurchaseDraft(
            key: key, buyer: buyer, product: product, quantity: quantity, total: total, at: moment, shop: shop,
            status: status)
    }
}
