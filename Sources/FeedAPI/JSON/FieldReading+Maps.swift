extension FieldReading {
    /// An object whose names are values too; its faults are told at the object, so that no name is echoed.
    static func map<Key: Hashable & Sendable, Element: Sendable>(
        _ key: @escaping @Sendable (String) -> Key?, to element: FieldReading<Element>, count: ClosedRange<Int>
    ) -> FieldReading where Value == [Key: Element] {
        FieldReading { value, pointer, faults in
            guard case .object(let members) = value else {
                faults.note(.notAnObject, at: pointer)
                return nil
            }
            guard count.contains(members.count) else {
                faults.note(.wrongCount, at: pointer)
                return nil
            }
            var read: [Key: Element] = [:]
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                guard let key = key(name) else {
                    faults.note(.unknownField, at: pointer)
                    return nil
                }
                guard let member = element.read(member, pointer, faults) else { return nil }
                read[key] = member
            }
            return read
        }
    }
}
