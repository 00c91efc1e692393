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

    /// Whether every part, private times aside, was agreed to in the other at least as far and under the same revision.
    ///
    /// Whatever is opted in, switched on or chosen in both later, this one shows no more.
    func isAtMost(_ other: Consent) -> Bool {
        if let sharing {
            guard let theirs = other.sharing, theirs.since <= sharing.since,
                theirs.stamp.revision == sharing.stamp.revision
            else { return false }
        }
        return classes.allSatisfy { other.classes[$0.key]?.revision == $0.value.revision }
            && choices.allSatisfy { setting, choice in
                if choice.disclosure.isNothing { return true }
                guard let theirs = other.choices[setting] else { return false }
                return choice.disclosure.isAtMost(theirs.disclosure) && choice.stamp.revision == theirs.stamp.revision
            }
    }

    /// The same, where each part that an earlier state agreed to at least as far keeps the revision that it has there.
    ///
    /// To state a thing once more, or less of it, is no agreement to a later policy.
    func keepingStamps(of former: Consent) -> Consent {
        var kept = self
        if let sharing, let before = former.sharing, before.since <= sharing.since {
            kept.sharing?.stamp = before.stamp
        }
        for (code, stamp) in former.classes where classes[code] != nil { kept.classes[code] = stamp }
        for (setting, choice) in choices {
            guard let before = former.choices[setting], choice.disclosure.isAtMost(before.disclosure) else { continue }
            kept.choices[setting]?.stamp = before.stamp
        }
        return kept
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
