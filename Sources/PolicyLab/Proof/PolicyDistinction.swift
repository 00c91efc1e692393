public import Domain
public import PolicyEngine

/// Something that two policies decide differently.
public enum PolicyDistinction: Sendable, Equatable, CustomStringConvertible {
    case decision(DecisionFacts, className: String, first: Disclosure, second: Disclosure)
    case tier(className: String, first: Tier, second: Tier)
    /// A node of the taxonomy, with the classes that it is in.
    case node(String, first: String, second: String)
    /// What goods under a node are shown as.
    case label(node: String, first: String, second: String)
    /// A level, as far as the rules let it act.
    case level(Level, audience: Audience, tier: Tier, first: Disclosure, second: Disclosure)
    /// What switching sharing on fills in.
    case standard(audience: Audience, tier: Tier, first: Level, second: Level)
    case terms(className: String)
    case settle(TimeBucket.Size, firstHours: Int, secondHours: Int)
    case number(String, first: Int, second: Int)
    case bands
    case shop

    public var description: String {
        switch self {
        case .decision(let facts, let name, let first, let second):
            let flags = [(facts.minor, "minor"), (facts.isPrivate, "private"), (facts.thirdParty, "third party")]
            let words =
                ["\(facts.kind)", name, facts.audience.name, "age \(facts.ageInMonths)"]
                + flags.filter(\.0).map(\.1)
            return "cell \(words.joined(separator: ", ")): `\(first.notation)` and `\(second.notation)`"
        case .tier(let name, let first, let second):
            return "class `\(name)`: tier `\(first.name)` and `\(second.name)`"
        case .node(let node, let first, let second):
            return "node `\(node)`: class `\(first)` and `\(second)`"
        case .label(let node, let first, let second):
            return "node `\(node)`: shown as `\(first)` and `\(second)`"
        case .level(let level, let audience, let tier, let first, let second):
            return "level `\(level.rawValue)` of `\(tier.name)` goods for `\(audience.name)`: "
                + "`\(first.notation)` and `\(second.notation)`"
        case .standard(let audience, let tier, let first, let second):
            return "default of `\(tier.name)` goods for `\(audience.name)`: `\(first.rawValue)` and "
                + "`\(second.rawValue)`"
        case .terms(let name): return "terms of class `\(name)`"
        case .settle(let size, let first, let second): return "settle of `\(size)`: \(first) and \(second) hours"
        case .number(let name, let first, let second): return "`\(name)`: \(first) and \(second)"
        case .bands: return "price bands"
        case .shop: return "`shop.yaml`"
        }
    }
}
