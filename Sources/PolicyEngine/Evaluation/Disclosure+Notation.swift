public import Domain

extension Disclosure {
    /// As policy files write it: `{ product: category, time: month, price: band }`, without the fields that are *none*.
    public var notation: String {
        if isNothing { return "nothing" }
        let fields = [
            ("product", Vocabulary.products.word(for: product)), ("time", Vocabulary.times.word(for: time)),
            ("price", Vocabulary.prices.word(for: price)), ("quantity", Vocabulary.quantities.word(for: quantity)),
            ("shop", Vocabulary.shops.word(for: shop)),
        ]
        let told = fields.filter { $0.1 != "none" }.map { "\($0.0): \($0.1)" }
        return "{ \(told.joined(separator: ", ")) }"
    }
}
