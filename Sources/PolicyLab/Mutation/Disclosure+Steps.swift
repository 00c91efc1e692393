import Domain

extension Disclosure {
    /// The disclosures that tell one field one step more finely (-1) or coarsely (+1), with the field's name.
    func steps(_ direction: Int) -> [(field: String, disclosure: Disclosure)] {
        var steps: [(String, Disclosure)] = []
        func step<Field: RawRepresentable<UInt8>>(_ name: String, _ path: WritableKeyPath<Disclosure, Field>) {
            guard let raw = UInt8(exactly: Int(self[keyPath: path].rawValue) + direction),
                let field = Field(rawValue: raw)
            else { return }
            var changed = self
            changed[keyPath: path] = field
            steps.append((name, changed))
        }
        step("product", \.product)
        step("time", \.time)
        step("price", \.price)
        step("quantity", \.quantity)
        step("shop", \.shop)
        return steps
    }
}
