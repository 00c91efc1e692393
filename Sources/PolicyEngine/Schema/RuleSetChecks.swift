import Domain

/// The checks that need all rules at once.
///
/// That a closer audience never sees less than a farther one needs no check: a grant reaches everybody closer and a
/// limit everybody farther, so both the grants' join and what limits leave can only fall from closer to farther.
struct RuleSetChecks {
    let rules: [Rule]
    /// Where messages about the whole of the grants point to.
    let grantsLocation: SourceLocation
    let tiers: [ClassCode: Tier]
    let diagnostics: Diagnostics

    /// The space that the rules tell apart, or nothing when it is too large.
    func space() -> DecisionSpace? {
        let space = DecisionSpace(classCodes: tiers.keys, ageSteps: rules.compactMap(\.condition.minimumAge))
        guard space.cellCount <= DecisionSpace.maximumCellCount else {
            diagnostics.report(
                "the rules tell \(space.cellCount) cases apart, more than the "
                    + "\(DecisionSpace.maximumCellCount) that can be checked",
                at: grantsLocation, expected: "fewer classes, or fewer different ages")
            return nil
        }
        return space
    }

    /// In every cell the join of the matching grants must be one of them.
    func checkJoins(over space: DecisionSpace) {
        let grants = rules.filter { $0.effect == .grant }
        for cell in 0..<space.cellCount {
            let facts = space.facts(ofCell: cell)
            guard facts.ageInMonths == 0 else { continue }
            let tier = tiers[facts.classCode] ?? .withhold
            let matching = grants.filter { $0.matches(facts, tier: tier) }
            let join = matching.reduce(Disclosure.nothing) { $0.join($1.disclosure) }
            guard !matching.isEmpty, !matching.contains(where: { $0.disclosure == join }) else { continue }
            guard let pair = unrelatedPair(in: matching) else { continue }
            let together = pair.0.disclosure.join(pair.1.disclosure).notation
            diagnostics.report(
                "`\(pair.1.id)` and `\(pair.0.id)` match the same cases, and neither gives all of `\(together)`",
                at: pair.1.location, expected: "grants of which one gives at least what the other gives")
        }
    }

    /// A rule without which every decision would be the same is no rule, save for limits that are a precaution.
    func checkUse(over space: DecisionSpace) {
        for shadowed in RuleUse(space: space, tiers: tiers).shadowed(among: rules)
        where !shadowed.isPrecaution {
            diagnostics.report(
                "`\(shadowed.rule.id)` is shadowed: \(shadowed.reason)", at: shadowed.rule.location,
                expected: "a rule that changes a decision, or none")
        }
    }

    /// Of grants without a greatest there are always two that cannot be compared; the one written later comes second.
    private func unrelatedPair(in grants: [Rule]) -> (Rule, Rule)? {
        let written = grants.sorted { $0.location < $1.location }
        for (position, later) in written.enumerated() {
            for earlier in written[..<position] {
                let isRelated =
                    earlier.disclosure.isAtMost(later.disclosure) || later.disclosure.isAtMost(earlier.disclosure)
                if !isRelated { return (earlier, later) }
            }
        }
        return nil
    }

    /// Owners see everything, others nothing of tier A, and tier B never more finely than as a category.
    func checkDecisions(of table: DecisionTable) {
        for cell in 0..<table.space.cellCount {
            let facts = table.space.facts(ofCell: cell)
            let decision = table.disclosure(inCell: cell)
            if facts.audience == .owner {
                if decision != .full { reportMissingSelf(facts.kind) }
                continue
            }
            guard !decision.isNothing else { continue }
            switch tiers[facts.classCode] ?? .withhold {
            case .withhold: reportGivingWithheld(facts)
            case .coarsen: if decision.product < .category { reportFineCoarsened(facts) }
            case .ordinary, .ownerDecides: break
            }
        }
    }

    private func reportMissingSelf(_ kind: ActivityKind) {
        diagnostics.report(
            "owners do not see everything of their own `\(Vocabulary.kinds.word(for: kind))`", at: grantsLocation,
            expected: "a grant `when: { audience: self }` that discloses `full`")
    }

    private func reportGivingWithheld(_ facts: DecisionFacts) {
        let grant = rules.first { $0.effect == .grant && $0.matches(facts, tier: .withhold) }
        guard let grant else { return }
        diagnostics.report(
            "`\(grant.id)` gives goods of tier `withhold` to `\((grant.condition.audience ?? .everyone).name)`, "
                + "and no limit takes them back",
            at: grant.location, expected: "a `tier` or `class` that leaves tier `withhold` out, or a limit")
    }

    private func reportFineCoarsened(_ facts: DecisionFacts) {
        let grant = rules.first {
            $0.effect == .grant && $0.matches(facts, tier: .coarsen) && $0.disclosure.product < .category
        }
        guard let grant else { return }
        diagnostics.report(
            "`\(grant.id)` shows goods of tier `coarsen` more finely than as a category", at: grant.location,
            expected: "`product: category` or coarser")
    }
}
