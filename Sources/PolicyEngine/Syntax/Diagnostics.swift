/// Gathers the mistakes of one load, so that all of them can be told at once.
final class Diagnostics {
    private let files: [String: SourceFile]
    private(set) var reported: [Diagnostic] = []

    init(files: [SourceFile]) {
        self.files = Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
    }

    func report(
        _ message: String, at location: SourceLocation, expected: String? = nil, suggestion: String? = nil
    ) {
        let diagnostic = Diagnostic(
            file: location.file, line: location.line, column: location.column, message: message,
            sourceLine: files[location.file]?.line(location.line) ?? "", expected: expected, suggestion: suggestion)
        if !reported.contains(diagnostic) { reported.append(diagnostic) }
    }

    /// By file, line and column; whatever stands at one place keeps the order in which it was found.
    var sorted: [Diagnostic] {
        reported.enumerated().sorted { left, right in
            (left.element.file, left.element.line, left.element.column, left.offset)
                < (right.element.file, right.element.line, right.element.column, right.offset)
        }.map(\.element)
    }
}
