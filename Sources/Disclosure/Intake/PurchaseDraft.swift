public import Domain

/// A purchase on its way in.
///
/// Not copyable; its only verb is to be sealed.
public struct PurchaseDraft: ~Copyable, Sendable {
    /// When it was made, as the platform told it.
    public enum Moment: Sendable, Hashable {
        case instant(Instant)
        /// On the buyer's clock.
        case local(LocalDateTime)
    }

    /// Whether a purchase stands or went back.
    public enum Status: String, Sendable {
        case bought, returned
    }

    /// The most pieces that one line may have.
    public static let maximumQuantity: UInt32 = 100_000

    let key: PurchaseKey
    let buyer: Handle
    let product: ProductID
    let quantity: UInt32
    let total: Money
    let moment: Moment
    let shop: FieldChange<Handle>
    let status: Status?

    /// A purchase that takes the place of another keeps its shop and status where they are not told; a new one came
    /// through no shop, and is bought.
    public init(
        key: PurchaseKey, buyer: Handle, product: ProductID, quantity: UInt32, total: Money, at moment: Moment,
        shop: FieldChange<Handle> = .asItWas, status: Status? = nil
    ) {
        self.key = key
        self.buyer = buyer
        self.product = product
        self.quantity = quantity
        self.total = total
        self.moment = moment
        self.shop = shop
        self.status = status
    }
}
