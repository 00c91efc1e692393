import Foundation

extension CoverageReport {
    private struct Document: Encodable {
        let percentage: Double
        let sections: [CoverageSection]
    }

    /// For programs.
    public var json: String { JSONText.text(of: Document(percentage: percentage, sections: sections)) }

    /// For people: a line for each section, then what is missing, at most so many of each.
    public func text(missingAtMost limit: Int = 20) -> String {
        let width = sections.map(\.name.count).max() ?? 0
        var lines = sections.map { section in
            let name = section.name + String(repeating: " ", count: width - section.name.count)
            return "\(name)  \(Self.padded(Self.percent(section.percentage), 7)) %  \(section.reached) of \(section.total)"
        }
        for section in sections where !section.missing.isEmpty {
            lines += ["", "not reached, \(section.name):"]
            for missing in section.missing.prefix(limit) {
                lines.append("  \(missing.text)")
                lines += (missing.suggestion ?? "").split(separator: "\n").map { "      \($0)" }
            }
            if section.missing.count > limit { lines.append("  and \(section.missing.count - limit) more") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Two decimals, rounded down, so that only what is whole says 100.
    private static func percent(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded(.down))
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
