import Domain
import PolicyEngine

/// Makes an opened purchase coarse: the one way from a purchase to something exposed.
struct Generalizer {
    let rulebook: Rulebook
    let now: Instant

    /// The exposed form of a purchase under a disclosure; nothing, when what it would show is not known.
    func exposed(
        _ purchase: borrowing OpenedPurchase, bucket: TimeBucket, releasedAt minute: Int64, disclosure: Disclosure,
        id: String, actor: ExposedItem.Actor
    ) -> ExposedItem? {
        guard let product = product(purchase, disclosure, releasedAt: minute) else { return nil }
        return ExposedItem(
            id: id, kind: .purchase, actor: actor, product: product, time: ExposedTime(bucket),
            price: price(purchase, disclosure, releasedAt: minute),
            quantity: disclosure.quantity == .exact ? Int(purchase.quantity) : nil)
    }

    private func product(
        _ purchase: borrowing OpenedPurchase, _ disclosure: Disclosure, releasedAt minute: Int64
    ) -> ExposedProduct? {
        let category = purchase.category
        switch disclosure.product {
        case .none: return nil
        case .exact: return .exact(purchase.productID, title: purchase.title)
        case .department: return label(category, .department).map(ExposedProduct.department)
        case .category: return label(category, .category).map(ExposedProduct.category)
        case .brand:
            guard let label = label(category, .category) else { return nil }
            guard let brand = brand(purchase, category: category, releasedAt: minute) else { return .category(label) }
            return .brand(brand, category: label)
        }
    }

    private func label(_ category: UInt32, _ precision: ProductPrecision) -> ExposedProduct.Label? {
        rulebook.label(of: category, precision).map(ExposedProduct.Label.init)
    }

    /// The brand, where k goods share it and the category.
    private func brand(
        _ purchase: borrowing OpenedPurchase, category: UInt32, releasedAt minute: Int64
    ) -> String? {
        guard let brand = rulebook.good(purchase.productID)?.product.brand,
            let label = rulebook.label(of: category, .category),
            isShown(LabelForm(label: label.number, precision: .category, brand: brand), releasedAt: minute)
        else { return nil }
        return brand
    }

    /// The price, where it is disclosed; a band only where k goods of what is shown beside it lie in it.
    private func price(
        _ purchase: borrowing OpenedPurchase, _ disclosure: Disclosure, releasedAt minute: Int64
    ) -> ExposedPrice? {
        switch disclosure.price {
        case .none: return nil
        case .exact: return ExposedPrice(exact: purchase.total)
        case .band:
            let band = rulebook.policy.priceBands.band(of: purchase.total)
            if disclosure.product > .exact {
                let brand =
                    disclosure.product == .brand
                    ? brand(purchase, category: purchase.category, releasedAt: minute) : nil
                let precision = disclosure.product == .brand ? .category : disclosure.product
                guard let label = rulebook.label(of: purchase.category, precision),
                    isShown(
                        LabelForm(label: label.number, precision: precision, brand: brand, band: band),
                        releasedAt: minute)
                else { return nil }
            }
            return ExposedPrice(band)
        }
    }

    /// Whether k goods fit a form, and did when the purchase was released or at the last monthly tick.
    private func isShown(_ form: LabelForm, releasedAt minute: Int64) -> Bool {
        rulebook.census.admits(form, FormThresholds(rulebook.policy))
            && rulebook.openings.closing(.form(form), releasedAt: minute, now: now) == nil
    }
}
