import PolicyEngine

/// What a shop reached.
public struct ExposedMilestone: Encodable, Sendable, Hashable {
    /// How many buyers the shop had in a month at least.
    public let buyersFrom: Int?
    /// The tier of influence, from 0.
    public let tier: Int?
}

extension Rulebook {
    /// Nothing when the policy releases no figures any more.
    func exposed(_ milestone: BoardStanding.Milestone?) -> ExposedMilestone? {
        guard let milestone, let rules = policy.shop.influence else { return nil }
        return switch milestone.kind {
        case .buyers: ExposedMilestone(buyersFrom: rules.buyerBands.range(of: milestone.value).from, tier: nil)
        case .tier: ExposedMilestone(buyersFrom: nil, tier: Int(milestone.value))
        }
    }
}
