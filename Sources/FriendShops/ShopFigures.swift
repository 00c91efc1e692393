import Disclosure
import PolicyEngine

/// The figures on a shop's front: those of the last tick, the same for every viewer.
public struct ShopFigures: Encodable, Sendable, Hashable {
    /// People who looked in during the epoch.
    public let visitors: ExposedCount
    /// People who bought something through the shop, in the month released last.
    public let buyers: ExposedCount
    public let influence: Int
    public let tier: Int

    /// Nothing when the policy releases no figures.
    init?(_ standing: BoardStanding, _ rulebook: Rulebook) {
        guard let rules = rulebook.policy.shop.influence else { return nil }
        visitors = ExposedCount(standing.visitorBand, of: rules.visitorBands)
        buyers = ExposedCount(standing.buyerBand, of: rules.buyerBands)
        influence = standing.influence
        tier = standing.tier
    }
}
