public import Domain

/// Everything in a policy that decides, open to be changed.
public struct PolicyParts: Sendable, Equatable {
    public var rules: [Rule]
    public var roots: [Root]
    public var terms: [Term]
    public var tiers: [ClassCode: Tier]
    public var labels: LabelDepths
    public var preimageGoods: Int
    public var telling: TellingThresholds
    public var levels: [Level: Disclosure]
    public var defaults: [Tier: [Audience: Level]]
    public var settleHours: [TimeBucket.Size: Int]
    public var raiseHold: Int
    public var k: Int
    /// Lower edges of price bands by currency, `default` for those that are not listed.
    public var bandEdges: [String: [Int64]]
    public var shop: ShopRules
}

extension Policy {
    /// Where the edges of currencies stand that are not listed.
    private static let unlisted = "default"

    /// Everything in it that decides.
    public var parts: PolicyParts {
        var edges = content.priceBands.edgesByCurrency
        edges[Self.unlisted] = content.priceBands.defaultEdges
        return PolicyParts(
            rules: content.rules, roots: content.roots, terms: content.terms, tiers: content.tiers,
            labels: content.labels, preimageGoods: content.preimageGoods, telling: content.telling,
            levels: Dictionary(uniqueKeysWithValues: Level.allCases.map { ($0, content.levels.disclosure($0)) }),
            defaults: content.defaults, settleHours: content.release.settleHours, raiseHold: content.release.raiseHold,
            k: content.k, bandEdges: edges, shop: content.shop)
    }

    /// The same policy with other parts, unchecked: for trying what would happen, never for serving.
    public func with(_ parts: PolicyParts) -> Policy {
        var content = content
        content.rules = parts.rules
        content.roots = parts.roots
        content.terms = parts.terms
        content.classes = content.classes.map { known in
            SensitivityClass(
                id: known.id, code: known.code, tier: parts.tiers[known.code] ?? known.tier, name: known.name,
                because: known.because)
        }
        content.labels = parts.labels
        content.preimageGoods = parts.preimageGoods
        content.telling = parts.telling
        content.levels = Levels(parts.levels)
        content.defaults = parts.defaults
        content.release = ReleaseCalendar(
            settleHours: parts.settleHours, raiseHold: parts.raiseHold, epoch: content.release.epoch)
        content.k = parts.k
        var edges = parts.bandEdges
        content.priceBands = PriceBands(
            defaultEdges: edges.removeValue(forKey: Self.unlisted) ?? [0], edgesByCurrency: edges)
        content.shop = parts.shop
        // Most changes are to something else than rules and tiers, and multiplying them out takes longest.
        let decidesAlike = parts.rules == self.content.rules && content.tiers == self.content.tiers
        return Policy(content, digest: digest, table: decidesAlike ? table : nil)
    }
}
