import Domain

extension Row {
    func fault(_ field: String, _ expectation: String) -> RowFault {
        let found = self[field].map { ", found `\(Quoted($0))`" } ?? ""
        return RowFault(line: line, reason: "`\(field)`: \(expectation)\(found)")
    }

    /// The text of a field that must not be empty.
    func text(_ field: String) throws(RowFault) -> String {
        guard let text = self[field] else { throw RowFault(line: line, reason: "`\(field)` is empty") }
        return text
    }

    /// A field that must not be empty, read by a closure that answers nothing for what it does not take.
    func value<Value>(
        _ field: String, _ expectation: @autoclosure () -> String, read: (String) -> Value?
    ) throws(RowFault) -> Value {
        guard let value = read(try text(field)) else { throw fault(field, expectation()) }
        return value
    }

    /// The same for a field that may be empty.
    func optional<Value>(
        _ field: String, _ expectation: @autoclosure () -> String, read: (String) -> Value?
    ) throws(RowFault) -> Value? {
        guard self[field] != nil else { return nil }
        return try value(field, expectation(), read: read)
    }

    /// A change of a field: an empty or absent one stays as it was, and `null` clears it.
    func change<Value>(
        _ field: String, _ expectation: @autoclosure () -> String, read: (String) -> Value?
    ) throws(RowFault) -> FieldChange<Value> {
        guard self[field] != nil else { return isCleared(field) ? .clear : .asItWas }
        return .to(try value(field, expectation(), read: read))
    }

    /// A field that may be absent but not `null`, as to clear it would show more than before.
    func stated<Value>(
        _ field: String, _ expectation: @autoclosure () -> String, read: (String) -> Value?
    ) throws(RowFault) -> Value? {
        guard !isCleared(field) else { throw RowFault(line: line, reason: "`\(field)`: \(expectation()), not `null`") }
        return try optional(field, expectation(), read: read)
    }
}
