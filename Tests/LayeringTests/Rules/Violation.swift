/// A place that breaks a rule.
struct Violation: CustomStringConvertible, Hashable {
    let path: String
    /// Counted from one; nothing where the whole file is meant.
    let line: Int?
    let message: String

    init(_ file: SourceFile, _ line: Int? = nil, _ message: String) {
        path = file.path
        self.line = line
        self.message = message
    }

    var description: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(message)" }
}
