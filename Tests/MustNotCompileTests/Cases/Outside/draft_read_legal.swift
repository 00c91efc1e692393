import Disclosure
import Domain

private func made(_ key: PurchaseKey, _ buyer: Handle, _ product: ProductID, _ total: Money, _ at: Instant)
    -> PurchaseDraft
{
    PurchaseDraft(key: key, buyer: buyer, product: product, quantity: 1, total: total, at: .instant(at))
}
