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
}
