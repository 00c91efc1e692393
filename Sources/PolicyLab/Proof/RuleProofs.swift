import Domain
import PolicyEngine

/// What must be true of the rules together.
struct RuleProofs {
    let subject: ProofSubject

    private var cells: [DecisionFacts] {
        let space = subject.policy.table.space
        return (0..<space.cellCount).map(space.facts(ofCell:))
    }

    /// Every decision tells what its fields say and no more, and so does every level.
    func normalForm() -> Finding {
        var finding = Finding(cases: subject.space.count + Level.allCases.count)
        for level in Level.allCases {
            let disclosure = subject.policy.levels.disclosure(level)
            if !Self.isInNormalForm(disclosure) {
                finding.counterexample = Counterexample(
                    "the level `\(level.rawValue)` is `\(disclosure.notation)`, which is not in normal form")
            }
        }
        let broken = Set(
            subject.decisions.distinct.indices.filter { !Self.isInNormalForm(subject.decisions.distinct[$0]) })
        guard !broken.isEmpty else { return finding }
        let cell = subject.decisions.positions.indices.first { broken.contains(Int(subject.decisions.positions[$0])) }
        if let cell {
            let words = InputWords(policy: subject.policy)
            let input = subject.space.input(cell)
            finding.counterexample = Counterexample(
                "\(words.sentence(input)): shows `\(subject.decisions[cell].notation)`, which is not in normal form",
                rules: words.determining(input.facts), input: input)
        }
        return finding
    }

    /// As the design says it, field by field.
    static func isInNormalForm(_ disclosure: Disclosure) -> Bool {
        if disclosure.product == .none || disclosure.time == .none { return disclosure == .nothing }
        let isCoarse = disclosure.product != .exact
        let isBucketed = [TimePrecision.week, .month, .quarter].contains(disclosure.time)
        if isCoarse || isBucketed, disclosure.price == .exact || disclosure.shop == .named { return false }
        return !(isCoarse && disclosure.quantity == .exact)
    }

    func everyRuleMatches() -> Finding {
        var missing = Dictionary(subject.policy.rules.map { ($0.id, $0) }) { first, _ in first }
        let cells = cells
        for facts in cells where !missing.isEmpty {
            for rule in subject.policy.plain.matching(facts) { missing[rule.id] = nil }
        }
        var finding = Finding(cases: cells.count)
        if let rule = subject.policy.rules.first(where: { missing[$0.id] != nil }) {
            finding.counterexample = Counterexample(
                "\(Counterexample.RuleReference(rule).words) matches no input", rules: [rule])
        }
        return finding
    }

    /// In some cell, each rule makes a difference.
    func noRuleShadowed() -> Finding {
        // What an overlay limits away of the policy's own rules is what it is for; the policy proves them by itself.
        var idle = Set(
            subject.policy.rules.filter { subject.overlays.isEmpty || subject.overlays.contains($0.location.file) }
                .map(\.id))
        let cells = cells
        for facts in cells where !idle.isEmpty {
            let matching = subject.policy.plain.matching(facts)
            guard matching.contains(where: { idle.contains($0.id) }) else { continue }
            let whole = Self.decision(matching)
            for rule in matching where idle.contains(rule.id) {
                if Self.decision(matching.filter { $0.id != rule.id }) != whole { idle.remove(rule.id) }
            }
        }
        var finding = Finding(cases: cells.count)
        if let rule = subject.policy.rules.first(where: { idle.contains($0.id) }) {
            finding.counterexample = Counterexample(
                "without \(Counterexample.RuleReference(rule).words) every input is decided as with it", rules: [rule])
        }
        return finding
    }

    /// What some rules decide together, worked out from the words of the design.
    static func decision(_ rules: [Rule]) -> Disclosure {
        var decision = Disclosure.nothing
        for rule in rules where rule.effect == .grant { decision = decision.join(rule.disclosure) }
        decision = decision.normalized
        for rule in rules where rule.effect == .limit { decision = decision.meet(rule.disclosure) }
        return decision
    }

    func joinIsGrant() -> Finding {
        var finding = Finding()
        for facts in cells {
            finding.cases += 1
            let grants = subject.policy.plain.matching(facts).filter { $0.effect == .grant }
            let isOne =
                grants.isEmpty
                || grants.contains { grant in
                    grants.allSatisfy { $0.disclosure.isAtMost(grant.disclosure) }
                }
            if isOne || finding.counterexample != nil { continue }
            let join = grants.reduce(Disclosure.nothing) { $0.join($1.disclosure) }
            let words = InputWords(policy: subject.policy)
            finding.counterexample = Counterexample(
                "\(words.activity(facts)): "
                    + grants.map { Counterexample.RuleReference($0).words }.joined(separator: " and ")
                    + " together give `\(join.notation)`, which none of them gives",
                rules: grants)
        }
        return finding
    }
}
