import Domain

/// The classes that a purchase belongs to.
struct PurchaseClasses: Hashable {
    /// The one at purchase.
    let atPurchase: ClassCode
    /// What its product is in now.
    let ofProduct: ClassCode
    /// What its category is in now.
    let ofCategory: ClassCode

    /// Each once, that at purchase first.
    var distinct: [ClassCode] {
        var codes = [atPurchase]
        for code in [ofProduct, ofCategory] where !codes.contains(code) { codes.append(code) }
        return codes
    }
}
