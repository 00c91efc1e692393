import PolicyEngine

extension SuiteReport {
    /// The XML that JUnit's Ant task made common; the time of every case is 0, as no time is measured.
    public var junit: String {
        guard caseCount > 0 else {
            return Self.document(tests: 1, failures: 1, Self.emptySuite(summary))
        }
        var lines: [String] = []
        for suite in suites {
            let counts = "tests=\"\(suite.cases.count)\" failures=\"\(suite.failures.count)\""
            lines.append(
                "  <testsuite name=\"\(Self.escaped(suite.name))\" \(counts) errors=\"0\" skipped=\"0\" time=\"0\">")
            for result in suite.cases { lines += Self.lines(result, in: suite.name) }
            lines.append("  </testsuite>")
        }
        return Self.document(tests: caseCount, failures: failureCount, lines)
    }

    private static func document(tests: Int, failures: Int, _ lines: [String]) -> String {
        let head = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuites name=\"policy\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\" time=\"0\">",
        ]
        return (head + lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
    }

    private static func emptySuite(_ summary: String) -> [String] {
        [
            "  <testsuite name=\"policy\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\" time=\"0\">",
            "    <testcase classname=\"policy\" name=\"a case runs\" time=\"0\">",
            "      <failure message=\"\(escaped(summary))\"/>",
            "    </testcase>",
            "  </testsuite>",
        ]
    }

    private static func lines(_ result: CaseResult, in suite: String) -> [String] {
        let place = result.location
        let head =
            "    <testcase classname=\"\(escaped(suite))\" name=\"\(escaped(result.name))\" "
            + "file=\"\(escaped(place.file))\" line=\"\(place.line)\" time=\"0\""
        guard !result.isPassed else { return [head + "/>"] }
        let said = result.differences.map { "\($0.subject): expected \($0.expected), saw \($0.actual)" }
        let body = said + result.trace.map { "\($0.name): \($0.text)" }
        return [
            head + ">",
            "      <failure message=\"\(escaped(said.joined(separator: "; ")))\" type=\"expectation\">"
                + escaped(body.joined(separator: "\n")) + "</failure>",
            "    </testcase>",
        ]
    }

    /// Markup is escaped, and what XML 1.0 cannot hold is replaced.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&apos;"
            case "\n", "\r", "\t": escaped += "&#\(scalar.value);"
            default:
                let isAllowed =
                    scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                escaped.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
            }
        }
        return escaped
    }
}
