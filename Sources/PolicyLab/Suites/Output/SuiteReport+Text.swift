import PolicyEngine

extension SuiteReport {
    /// For people: a line for each suite, what failed with everything that led to it, and a sentence at the end.
    public var text: String {
        var lines: [String] = []
        for suite in suites {
            let failures = suite.failures
            let mark = failures.isEmpty ? "ok  " : "FAIL"
            lines.append("\(mark) \(suite.name) (\(Self.count(suite.cases.count, "case")))")
            for failure in failures { lines += Self.lines(failure) }
        }
        if !suites.isEmpty { lines.append("") }
        lines.append(summary)
        return lines.joined(separator: "\n") + "\n"
    }

    /// `412 cases in 12 suites: all passed`.
    public var summary: String {
        guard caseCount > 0 else {
            return filter.map { "no case has `\($0)` in its name" } ?? "there are no suites"
        }
        let run = "\(Self.count(caseCount, "case")) in \(Self.count(suites.count, "suite"))"
        return failureCount == 0
            ? "\(run): all passed" : "\(run): \(failureCount) failed, \(caseCount - failureCount) passed"
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }

    private static func lines(_ failure: CaseResult) -> [String] {
        let place = failure.location
        var lines = ["", "  \(failure.name)", "    \(place.file):\(place.line):\(place.column)"]
        let width = failure.differences.map(\.subject.count).max() ?? 0
        for difference in failure.differences {
            lines.append(
                "    \(padded(difference.subject, width))  expected \(difference.expected), saw \(difference.actual)")
        }
        let stepWidth = failure.trace.map(\.name.count).max() ?? 0
        for step in failure.trace { lines.append("      \(padded(step.name, stepWidth))  \(step.text)") }
        return lines
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
