import Domain

/// All that the files of a policy say.
struct PolicyContent: Sendable {
    var taxonomyRelease: String
    var classes: [SensitivityClass]
    var roots: [Root]
    var terms: [Term]
    var labels: LabelDepths
    var preimageGoods: Int
    var telling: TellingThresholds
    var levels: Levels
    var defaults: [Tier: [Audience: Level]]
    var rules: [Rule]
    var release: ReleaseCalendar
    var k: Int
    var priceBands: PriceBands
    var shop: ShopRules
    var sources: [Source]
    /// `nil` where no file says how long things are kept, so that everything is.
    var retention: RetentionRules?
    /// Whether ``retention`` is what the policy said; it is not on record for those that an older version stored.
    var isRetentionKnown = true

    var tiers: [ClassCode: Tier] {
        Dictionary(classes.map { ($0.code, $0.tier) }) { max($0, $1) }
    }
}
