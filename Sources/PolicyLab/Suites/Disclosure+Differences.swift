import Domain
import PolicyEngine

extension Domain.Disclosure {
    /// The fields in which another disclosure departs from this one, by name.
    func differences(from actual: Domain.Disclosure) -> [Difference] {
        if self == actual { return [] }
        return zip(words, actual.words).compactMap { own, other in
            Difference(own.field, expected: own.word, actual: other.word)
        }
    }

    private var words: [(field: String, word: String)] {
        [
            ("product", "\(product)"), ("time", "\(time)"), ("price", "\(price)"), ("quantity", "\(quantity)"),
            ("shop", "\(shop)"),
        ]
    }
}
