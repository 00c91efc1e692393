extension PolicyDifference {
    /// For a terminal: a line for the whole, then a section for each kind of difference.
    public var text: String {
        if isEmpty { return "`\(before)` and `\(after)` decide alike\n" }
        let changed = "\(Phrase.count(decisions.count, "group")) of \(cells) cells"
        let sections: [(String, [String])] = [
            ("decisions (\(changed))", decisions.map(\.text)), ("hints that come to light", hiding.map(\.text)),
            ("classes", classes.map(\.text)), ("classification", classification.map(\.text)),
            ("title terms", terms.map(\.text)), ("settings", settings.map(\.text)),
        ]
        var lines = ["`\(before)` -> `\(after)`: \(direction.words)"]
        for (title, entries) in sections where !entries.isEmpty {
            lines += ["", title] + entries.map { "  " + $0.replacing("\n", with: "\n  ") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Direction {
    fileprivate var words: String {
        switch self {
        case .wider: "wider"
        case .narrower: "narrower"
        case .mixed: "wider in some respects, narrower in others"
        case .neutral: "nothing becomes more or less visible"
        }
    }
}
