/// `retention.yaml`: how long things are kept.
struct RetentionFile {
    let rules: RetentionRules

    static let fields: [Field] = [
        .required("keep", .mapping(keep), "Times of at most 100 years, like `36 months` or `3 years`."),
        .optional(
            "grace", grace,
            "Time that passes before a policy that keeps less erases anything for it, like `30 days`, which it is at first."
        ),
        .required("because", .because),
    ]
    /// `1 day`, `30 days`: at most 999 days.
    static let grace = Shape.matching("^(1 day|[1-9][0-9]{0,2} days)$")
    static let keep: [Field] = RetentionRules.Kind.allCases.map { .optional($0.rawValue, time) }
    /// `1 month`, `36 months`, `3 years`: at most 100 years.
    static let time = Shape.matching("^(([1-9][0-9]?|100) years?|([1-9][0-9]{0,2}|1[01][0-9]{2}|1200) months?)$")

    init?(_ root: SyntaxNode, sources: Set<String>?, _ diagnostics: Diagnostics) {
        guard let file = MappingReader(root, of: "the file", Self.fields, diagnostics: diagnostics) else { return nil }
        var months: [RetentionRules.Kind: Int] = [:]
        if let node = file.node("keep"),
            let keep = MappingReader(node, of: "`keep`", Self.keep, diagnostics: diagnostics)
        {
            for kind in RetentionRules.Kind.allCases {
                guard let node = keep.node(kind.rawValue) else { continue }
                months[kind] = Self.months(node, kind, diagnostics)
            }
        }
        rules = RetentionRules(
            months: months, graceDays: Self.graceDays(file, diagnostics), because: file.because(sources))
    }

    private static func graceDays(_ file: MappingReader, _ diagnostics: Diagnostics) -> Int {
        guard let node = file.node("grace") else { return RetentionRules.usualGraceDays }
        if case .scalar(let text, _) = node.content,
            let match = text.wholeMatch(of: /([1-9][0-9]{0,2}) days?/), let days = Int(match.1)
        {
            return days
        }
        diagnostics.report(
            "`grace` cannot be \(node.description)", at: node.location, expected: "a time like `30 days`")
        return RetentionRules.usualGraceDays
    }

    private static func months(
        _ node: SyntaxNode, _ kind: RetentionRules.Kind, _ diagnostics: Diagnostics
    ) -> Int? {
        if case .scalar(let text, _) = node.content,
            let match = text.wholeMatch(of: /([1-9][0-9]{0,3}) (month|months|year|years)/), let count = Int(match.1)
        {
            let months = match.2.hasPrefix("year") ? count * 12 : count
            if months <= longest { return months }
        }
        diagnostics.report(
            "`\(kind.rawValue)` cannot be \(node.description)", at: node.location,
            expected: "a time of at most 100 years, like `36 months` or `3 years`")
        return nil
    }

    /// Longer than anybody is around.
    private static let longest = 1_200
}
