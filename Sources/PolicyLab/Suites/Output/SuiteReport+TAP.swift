import PolicyEngine

extension SuiteReport {
    /// The Test Anything Protocol, version 14, with a subtest for each suite.
    ///
    /// Source: https://testanything.org/tap-version-14-specification.html
    public var tap: String {
        guard caseCount > 0 else {
            return "TAP version 14\n1..1\nnot ok 1 - \(Self.tapEscaped(summary))\n"
        }
        var lines = ["TAP version 14", "1..\(suites.count)"]
        for (number, suite) in suites.enumerated() {
            lines.append("# Subtest: \(Self.tapEscaped(suite.name))")
            lines.append("    1..\(suite.cases.count)")
            for (position, result) in suite.cases.enumerated() {
                let mark = result.isPassed ? "ok" : "not ok"
                lines.append("    \(mark) \(position + 1) - \(Self.tapEscaped(result.name))")
                if !result.isPassed { lines += Self.diagnostics(result).map { "      \($0)" } }
            }
            let mark = suite.failures.isEmpty ? "ok" : "not ok"
            lines.append("\(mark) \(number + 1) - \(Self.tapEscaped(suite.name))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A description holds no line end, and `#` would begin a directive.
    private static func tapEscaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("#", with: "\\#").split(whereSeparator: \.isNewline)
            .joined(separator: " ")
    }

    private static func diagnostics(_ result: CaseResult) -> [String] {
        let place = result.location
        var lines = ["---", "at: \(yaml("\(place.file):\(place.line):\(place.column)"))", "differences:"]
        for difference in result.differences {
            lines.append("  - subject: \(yaml(difference.subject))")
            lines.append("    expected: \(yaml(difference.expected))")
            lines.append("    actual: \(yaml(difference.actual))")
        }
        if !result.trace.isEmpty {
            lines.append("trace:")
            for step in result.trace { lines.append("  \(step.name): \(yaml(step.text))") }
        }
        return lines + ["..."]
    }

    /// A double-quoted scalar.
    private static func yaml(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            .replacing("\r", with: "\\r").replacing("\t", with: "\\t")
        return "\"\(escaped)\""
    }
}
