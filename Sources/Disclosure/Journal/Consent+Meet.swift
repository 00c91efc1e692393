import Domain
import PolicyEngine

extension Consent {
    /// What both agree to.
    ///
    /// A part that was given under different policy revisions is in neither's measure, and is left out: which of the two
    /// revisions allows less differs from cell to cell.
    func met(_ other: Consent) -> Consent {
        var met = Consent()
        if let mine = sharing, let theirs = other.sharing, mine.stamp.revision == theirs.stamp.revision {
            met.sharing = Sharing(since: max(mine.since, theirs.since), stamp: mine.stamp)
        }
        for (code, stamp) in classes where other.classes[code]?.revision == stamp.revision { met.classes[code] = stamp }
        for (setting, choice) in choices {
            if let theirs = other.choices[setting], let both = choice.met(theirs) { met.choices[setting] = both }
        }
        met.privateSpans = Self.union(privateSpans, other.privateSpans)
        return met
    }

    /// Every time that is in either; where there are too many, the oldest run into each other.
    private static func union(_ mine: [PrivateSpan], _ theirs: [PrivateSpan]) -> [PrivateSpan] {
        let added = theirs.filter { span in !mine.contains { $0.from <= span.from && $0.until >= span.until } }
        if added.isEmpty { return mine }
        var spans = (mine + added).sorted { ($0.from, $0.until) < ($1.from, $1.until) }
        while spans.count > maximumPrivateSpans {
            let oldest = spans.removeFirst()
            spans[0].from = oldest.from
            spans[0].until = max(oldest.until, spans[0].until)
        }
        return spans
    }
}

extension Consent.Choice {
    fileprivate func met(_ other: Consent.Choice) -> Consent.Choice? {
        guard stamp.revision == other.stamp.revision else { return nil }
        if disclosure.isAtMost(other.disclosure) { return self }
        if other.disclosure.isAtMost(disclosure) { return other }
        // Levels that cannot be compared have no name for what they share.
        return nil
    }
}
