import Domain

/// Tells which rules change no decision.
struct RuleUse {
    let tiers: [ClassCode: Tier]
    /// The youngest facts of every cell in which something can happen.
    private let facts: [DecisionFacts]

    /// A rule without which every decision is the same, and why.
    struct Shadowed {
        let rule: Rule
        let reason: String
        /// Whether it is a limit that would take what no grant gives today.
        let isPrecaution: Bool
    }

    init(space: DecisionSpace, tiers: [ClassCode: Tier]) {
        self.tiers = tiers
        facts = (0..<space.cellCount).lazy.map { space.facts(ofCell: $0) }.filter(\.arePossible)
    }

    /// Of the rules those that are shadowed by the rest; of several that shadow each other, the ones written first stay.
    ///
    /// Only the suspects may be called shadowed; the others are taken as they are.
    func shadowed(among rules: [Rule], suspects: (Rule) -> Bool = { _ in true }) -> [Shadowed] {
        var idle = Set(rules.filter(suspects).map(\.id))
        for facts in facts {
            if idle.isEmpty { return [] }
            let matching = matching(facts, rules)
            guard matching.contains(where: { idle.contains($0.id) }) else { continue }
            let decision = decision(matching)
            for rule in matching where idle.contains(rule.id) {
                if self.decision(matching.filter { $0.id != rule.id }) != decision { idle.remove(rule.id) }
            }
        }
        var left = rules
        var shadowed: [Shadowed] = []
        for rule in rules.filter({ idle.contains($0.id) }).sorted(by: { $0.location > $1.location }) {
            let others = left.filter { $0.id != rule.id }
            guard let shadows = shadows(of: rule, among: others) else { continue }
            shadowed.append(
                Shadowed(
                    rule: rule, reason: shadows.reason(rule.effect),
                    isPrecaution: rule.effect == .limit && shadows.isEmpty))
            left = others
        }
        return shadowed
    }

    /// Why a rule changes nothing beside the others; nothing when it does change something.
    private func shadows(of rule: Rule, among others: [Rule]) -> Shadows? {
        var shadows = Shadows()
        for facts in facts where rule.matches(facts, tier: tier(facts)) {
            let matching = matching(facts, others)
            guard decision(matching) == decision(matching + [rule]) else { return nil }
            // That owners see their own anyway is no news about a rule for others.
            if facts.audience == .owner, rule.condition.audience != .owner { continue }
            switch rule.effect {
            case .grant: shadows.add(grant: rule, matching)
            case .limit: shadows.add(limit: rule, matching, granted: granted(matching))
            }
        }
        return shadows
    }

    private func tier(_ facts: DecisionFacts) -> Tier {
        tiers[facts.classCode] ?? .withhold
    }

    private func matching(_ facts: DecisionFacts, _ rules: [Rule]) -> [Rule] {
        let tier = tier(facts)
        return rules.filter { $0.matches(facts, tier: tier) }
    }

    private func granted(_ matching: [Rule]) -> Disclosure {
        matching.reduce(Disclosure.nothing) { $1.effect == .grant ? $0.join($1.disclosure) : $0 }.normalized
    }

    private func decision(_ matching: [Rule]) -> Disclosure {
        matching.reduce(granted(matching)) { $1.effect == .limit ? $0.meet($1.disclosure) : $0 }
    }
}
