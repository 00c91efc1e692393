extension DecisionDifference {
    /// Who is shown what: `close friends and friends, purchases of alcohol, opted in`.
    var subject: String {
        var parts = [
            Phrase.list(audiences.map { $0 == "self" ? "the owner" : Phrase.spaced($0) }),
            kindWords + " of " + classWords,
        ]
        if let isOptedIn { parts.append(isOptedIn ? "opted in" : "not opted in") }
        if ages != [AgeSpan(from: 0, to: nil)] { parts.append("aged " + Phrase.list(ages.map(\.words))) }
        if let madeAsMinor { parts.append(madeAsMinor ? "made as a minor" : "made of age") }
        if let madeInPrivate { parts.append(madeInPrivate ? "made in private mode" : "not made in private mode") }
        if let thirdParty { parts.append(thirdParty ? "for a third party" : "for no third party") }
        return parts.joined(separator: ", ")
    }

    private var kindWords: String {
        kinds.count == 5 ? "all activities" : Phrase.list(kinds.map { $0 + "s" })
    }

    /// Two lines: what becomes of what, and by which rules.
    var text: String {
        """
        \(direction.rawValue) for \(subject): \(before) -> \(after)
            by \(Self.words(rulesBefore)) before, by \(Self.words(rulesAfter)) now; \(Phrase.count(cells, "cell"))
        """
    }

    private static func words(_ rules: [String]) -> String {
        rules.isEmpty ? "no rule" : Phrase.list(rules.map { "`\($0)`" })
    }
}

extension DecisionDifference.AgeSpan {
    fileprivate var words: String {
        guard let to else { return "\(from) months and more" }
        return from == to ? Phrase.count(from, "month") : "\(from) to \(to) months"
    }
}
