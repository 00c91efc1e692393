public import Domain

/// Decides from the rules as written, one after the other: slow, short, and the oracle for the table.
public struct PlainEvaluator: Sendable {
    private let rules: [Rule]
    private let tiers: [ClassCode: Tier]

    init(rules: [Rule], tiers: [ClassCode: Tier]) {
        self.rules = rules
        self.tiers = tiers
    }

    /// The grants' join, met with every limit.
    public func disclosure(_ facts: DecisionFacts) -> Disclosure {
        let matching = matching(facts)
        var granted = Disclosure.nothing
        for rule in matching where rule.effect == .grant {
            granted = granted.join(rule.disclosure)
        }
        var decision = granted.normalized
        for rule in matching where rule.effect == .limit {
            decision = decision.meet(rule.disclosure)
        }
        return decision
    }

    /// The rules that match, grants and limits, in the order of the policy.
    public func matching(_ facts: DecisionFacts) -> [Rule] {
        let tier = tiers[facts.classCode] ?? .withhold
        return rules.filter { $0.matches(facts, tier: tier) }
    }
}
