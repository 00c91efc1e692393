/// How a value of a body becomes a value of this program; a fault is noted, and reading goes on.
struct FieldReading<Value>: Sendable {
    /// Nothing, after at least one fault was noted.
    let read: @Sendable (JSONValue, JSONPointer, BodyFaults) -> Value?

    init(_ read: @escaping @Sendable (JSONValue, JSONPointer, BodyFaults) -> Value?) {
        self.read = read
    }

    /// Reads a whole body, and refuses it with all of its faults at once.
    func decode(_ body: JSONValue) throws(Problem) -> Value {
        let faults = BodyFaults()
        let value = read(body, .root, faults)
        guard let value, faults.errors.isEmpty else { throw Problem(.invalidFields, errors: faults.errors) }
        return value
    }
}
