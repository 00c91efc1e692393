import Domain
import PolicyEngine

/// Makes an opened purchase coarse: the one way from a purchase to something exposed.
struct Generalizer {
    let rulebook: Rulebook

    /// The exposed form of a purchase under a disclosure; nothing, when what it would show is not known.
    func exposed(
        _ purchase: borrowing OpenedPurchase, bucket: TimeBucket, disclosure: Disclosure, id: String,
        actor: ExposedItem.Actor
    ) -> ExposedItem? {
        guard let product = product(purchase, disclosure) else { return nil }
        return ExposedItem(
            id: id, kind: .purchase, actor: actor, product: product, time: ExposedTime(bucket),
            price: price(purchase, disclosure),
            quantity: disclosure.quantity == .exact ? Int(purchase.quantity) : nil)
    }

    private func product(_ purchase: borrowing OpenedPurchase, _ disclosure: Disclosure) -> ExposedProduct? {
        let category = purchase.category
        switch disclosure.product {
        case .none: return nil
        case .exact: return .exact(purchase.productID, title: purchase.title)
        case .department: return label(category, .department).map(ExposedProduct.department)
        case .category: return label(category, .category).map(ExposedProduct.category)
        case .brand:
            guard let label = label(category, .category) else { return nil }
            guard let brand = brand(purchase, category: category) else { return .category(label) }
            return .brand(brand, category: label)
        }
    }

    private func label(_ category: UInt32, _ precision: ProductPrecision) -> ExposedProduct.Label? {
        rulebook.label(of: category, precision).map(ExposedProduct.Label.init)
    }

    /// The brand, where k goods share it and the category.
    private func brand(_ purchase: borrowing OpenedPurchase, category: UInt32) -> String? {
        guard let brand = rulebook.good(purchase.productID)?.product.brand,
            let label = rulebook.label(of: category, .category),
            rulebook.census.goods(under: label.number, at: .category, brand: brand) >= rulebook.policy.preimageGoods
        else { return nil }
        return brand
    }

    /// The price, where it is disclosed; a band only where k goods of what is shown beside it lie in it.
    private func price(_ purchase: borrowing OpenedPurchase, _ disclosure: Disclosure) -> ExposedPrice? {
        switch disclosure.price {
        case .none: return nil
        case .exact: return ExposedPrice(exact: purchase.total)
        case .band:
            let band = rulebook.policy.priceBands.band(of: purchase.total)
            if disclosure.product > .exact {
                let brand = disclosure.product == .brand ? brand(purchase, category: purchase.category) : nil
                guard let label = rulebook.label(of: purchase.category, disclosure.product),
                    rulebook.census.goods(under: label.number, at: disclosure.product, brand: brand, band: band)
                        >= rulebook.policy.preimageGoods
                else { return nil }
            }
            return ExposedPrice(band)
        }
    }
}
