public import Domain

extension Policy {
    /// How long things are kept; `nil` when no file says so, and everything is kept.
    public var retention: RetentionRules? { content.retention }

    /// The kinds of things that this policy keeps for another time than a former one; none where that is not on record.
    public func retentionChanges(from former: Policy) -> [RetentionChange] {
        former.content.isRetentionKnown ? RetentionChange.all(from: former.retention, to: retention) : []
    }

    /// By id.
    public var classes: [SensitivityClass] { content.classes }
    /// The one class of tier ordinary, which is also the class of activities that are about no goods.
    public var ordinaryClassCode: ClassCode { classes.first { $0.tier == .ordinary }?.code ?? .unknown }
    /// By id.
    public var rules: [Rule] { content.rules }
    /// By id.
    public var sources: [Source] { content.sources }
    /// By node.
    public var roots: [Root] { content.roots }
    public var terms: [Term] { content.terms }
    public var levels: Levels { content.levels }
    public var labels: LabelDepths { content.labels }
    /// Goods of the catalogue that must fit what is shown when the product is coarser than exact.
    public var preimageGoods: Int { content.preimageGoods }
    public var telling: TellingThresholds { content.telling }
    public var release: ReleaseCalendar { content.release }
    public var priceBands: PriceBands { content.priceBands }
    /// Distinct subjects that an aggregate needs.
    public var k: Int { content.k }
    public var shop: ShopRules { content.shop }
    /// The release of the taxonomy whose ids the roots use.
    public var taxonomyRelease: String { content.taxonomyRelease }

    /// What classifies goods whose categories are those of the taxonomy.
    public func classifier(for taxonomy: Taxonomy) -> Classifier {
        Classifier(taxonomy: taxonomy, roots: roots, terms: terms, tiers: content.tiers)
    }

    /// The label under which goods of each category of the taxonomy are shown.
    public func shownLabels(for taxonomy: Taxonomy) -> ShownLabels {
        ShownLabels(taxonomy: taxonomy, classifier: classifier(for: taxonomy), depths: labels)
    }

    /// The roots that the taxonomy does not have, by id; importing such a taxonomy would leave goods unclassified.
    public func missingRoots(in taxonomy: Taxonomy) -> [String] {
        roots.map(\.node).filter { taxonomy.category(id: $0) == nil }
    }

    /// Whether both put every good into the same class, and treat the classes alike.
    public func classifies(like other: Policy) -> Bool {
        content.tiers == other.content.tiers && roots == other.roots && terms == other.terms
    }
}
