/// A backend did something else than its protocol promises.
public struct ConformanceError: Error, CustomStringConvertible {
    /// What was expected.
    public let expectation: String
    public let file: String
    public let line: Int

    public var description: String { "\(file):\(line): not so: \(expectation)" }
}

/// Throws unless the condition holds.
func require(
    _ condition: Bool, _ expectation: String, file: String = #fileID, line: Int = #line
) throws(ConformanceError) {
    guard condition else { throw ConformanceError(expectation: expectation, file: file, line: line) }
}

/// The value, or throws when there is none.
func requireValue<Value>(
    _ value: Value?, _ expectation: String, file: String = #fileID, line: Int = #line
) throws(ConformanceError) -> Value {
    guard let value else { throw ConformanceError(expectation: expectation, file: file, line: line) }
    return value
}
