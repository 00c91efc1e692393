public import Domain

/// One rule of a policy, as written.
public struct Rule: Sendable, Equatable {
    /// Whether it gives or takes.
    public enum Effect: String, Sendable, CaseIterable {
        case grant, limit
    }

    public let id: String
    public var effect: Effect
    public var condition: Condition
    /// What a grant gives at most (a field not written is *none*), or what a limit leaves at most (it is unlimited).
    public var disclosure: Disclosure
    /// Entries of `sources.yaml`.
    public let because: [String]
    /// Where its id stands.
    public let location: SourceLocation

    public init(
        id: String, effect: Effect, condition: Condition, disclosure: Disclosure, because: [String],
        location: SourceLocation
    ) {
        self.id = id
        self.effect = effect
        self.condition = condition
        self.disclosure = disclosure
        self.because = because
        self.location = location
    }

    /// Whether every part of the condition holds, for goods of the given tier.
    public func matches(_ facts: DecisionFacts, tier: Tier) -> Bool {
        if let kinds = condition.kinds, !kinds.contains(facts.kind) { return false }
        if let audience = condition.audience {
            switch effect {
            case .grant: if facts.audience > audience { return false }
            case .limit: if facts.audience < audience { return false }
            }
        }
        if let classes = condition.classes, !classes.contains(facts.classCode) { return false }
        if let tiers = condition.tiers, !tiers.contains(tier) { return false }
        if let age = condition.minimumAge, facts.ageInMonths < age { return false }
        if condition.minor, !facts.minor { return false }
        if condition.isPrivate, !facts.isPrivate { return false }
        if condition.thirdParty, !facts.thirdParty { return false }
        return true
    }
}
