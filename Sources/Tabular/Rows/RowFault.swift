/// A row that cannot be taken, and why.
///
/// Sensitivity: the reason may quote the offending value, so it is for the terminal of whoever reads the file
/// and never for a log.
public struct RowFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line on which the row begins, counted from 1.
    public let line: Int
    /// Which field, and what was expected.
    public let reason: String

    public init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }

    public var description: String { "line \(line): \(reason)" }
}
