import Domain
import PolicyEngine

/// A part of a rule's condition, which facts may satisfy or not.
enum ConditionPart: String, CaseIterable, Hashable {
    case kind, audience, classes = "class", tier, age, minor, isPrivate = "private", thirdParty
}

extension Rule {
    /// The parts that its condition has.
    var parts: [ConditionPart] {
        ConditionPart.allCases.filter { part in
            switch part {
            case .kind: condition.kinds != nil
            case .audience: condition.audience != nil
            case .classes: condition.classes != nil
            case .tier: condition.tiers != nil
            case .age: condition.minimumAge != nil
            case .minor: condition.minor
            case .isPrivate: condition.isPrivate
            case .thirdParty: condition.thirdParty
            }
        }
    }

    /// The parts that facts do not satisfy; none where the rule matches.
    func unsatisfiedParts(_ facts: DecisionFacts, tier: Tier) -> [ConditionPart] {
        parts.filter { part in
            var only = Condition()
            switch part {
            case .kind: only.kinds = condition.kinds
            case .audience: only.audience = condition.audience
            case .classes: only.classes = condition.classes
            case .tier: only.tiers = condition.tiers
            case .age: only.minimumAge = condition.minimumAge
            case .minor: only.minor = true
            case .isPrivate: only.isPrivate = true
            case .thirdParty: only.thirdParty = true
            }
            var partial = self
            partial.condition = only
            return !partial.matches(facts, tier: tier)
        }
    }
}
