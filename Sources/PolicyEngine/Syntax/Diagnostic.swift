/// A mistake in a policy file, with the place where it stands.
///
/// Sensitivity: none; it repeats a line of a policy, which is no personal data.
public struct Diagnostic: Sendable, Equatable {
    /// The file as it was named when the policy was loaded.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1, in Unicode scalars.
    public let column: Int
    /// Lower-case, without a full stop, with the input in backticks.
    public let message: String
    /// The line that the mistake is on; empty when the file has no such line.
    public let sourceLine: String
    /// What would have been right, where that can be said.
    public let expected: String?
    /// The nearest spelling that would have been right.
    public let suggestion: String?

    public init(
        file: String, line: Int, column: Int, message: String, sourceLine: String, expected: String? = nil,
        suggestion: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.sourceLine = sourceLine
        self.expected = expected
        self.suggestion = suggestion
    }

    /// `policies/disclosure.yaml:12:7: error: …`, the line, a caret under the place, and what to write instead.
    public var rendered: String {
        var lines = ["\(file):\(line):\(column): error: \(message)"]
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        if !sourceLine.isEmpty {
            lines.append(" \(number) | \(printable(sourceLine))")
            lines.append(" \(margin) | \(indentation)^")
        }
        if let suggestion { lines.append(" \(margin) = did you mean `\(suggestion)`?") }
        if let expected { lines.append(" \(margin) = expected \(expected)") }
        return lines.joined(separator: "\n")
    }

    /// Blanks as wide as what stands before the column, so that the caret meets its character on a terminal.
    private var indentation: String {
        sourceLine.unicodeScalars.prefix(column - 1).map { scalar in
            if scalar == "\t" { return "\t" }
            return isWide(scalar) ? "  " : " "
        }.joined()
    }

    /// Ideographs and full-width forms take two cells (Unicode UAX #11, the blocks that Chinese text uses).
    private func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    private func printable(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 && $0 != "\t" ? "\u{FFFD}" : $0 }))
    }
}
