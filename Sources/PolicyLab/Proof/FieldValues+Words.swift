import Domain
import PolicyEngine

extension FieldValues {
    /// `` `product: exact` or `time: minute` ``, in the order of the fields.
    var words: String {
        // The notation leaves out what is *none*, which is therefore said here.
        func list<Value: Comparable>(_ name: String, _ values: Set<Value>, _ none: Value, _ make: (Value) -> Disclosure)
            -> [String]
        {
            values.sorted().map { value in
                let word = value == none ? "none" : Self.word(name, make(value))
                return "`\(name): \(word)`"
            }
        }
        let all =
            list("product", products, .none) { Disclosure(product: $0, time: .minute) }
            + list("time", times, .none) { Disclosure(product: .exact, time: $0) }
            + list("price", prices, .none) { Disclosure(product: .exact, time: .minute, price: $0) }
            + list("quantity", quantities, .none) { Disclosure(product: .exact, time: .minute, quantity: $0) }
            + list("shop", shops, .none) { Disclosure(product: .exact, time: .minute, shop: $0) }
        return all.joined(separator: " or ")
    }

    /// The word that the notation of a disclosure has for one field.
    private static func word(_ name: String, _ disclosure: Disclosure) -> String {
        let parts = disclosure.notation.split(whereSeparator: { "{}, ".contains($0) })
        return parts.firstIndex(of: "\(name):").map { String(parts[$0 + 1]) } ?? ""
    }
}
