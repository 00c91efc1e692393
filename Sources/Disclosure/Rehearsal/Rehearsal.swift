public import Domain
public import PolicyEngine
import Storage

/// Decides and exposes made-up activity with the code that serves real activity, keeping nothing.
///
/// For the policy's tests: what a suite sees here is what a viewer would be served.
public struct Rehearsal: Sendable {
    let rulebook: Rulebook

    /// Makes a catalogue of the goods.
    public init(policy: Policy, taxonomy: Taxonomy, goods: [CatalogueEntry]) {
        let products = goods.enumerated().map { Product(ProductDraft($1), number: UInt32($0 + 1)) }
        rulebook = Rulebook(
            policy: policy, taxonomy: taxonomy, products: products, revisions: [policy.table], ordinal: 0, version: 1)
    }

    private init(rulebook: Rulebook) {
        self.rulebook = rulebook
    }

    public var policy: Policy { rulebook.policy }

    /// The same goods under another policy.
    public func under(_ policy: Policy) -> Rehearsal {
        Rehearsal(rulebook: rulebook.under(policy, ordinal: 0, revisions: [policy.table]))
    }

    /// The same with goods added to the catalogue; what is known of the taxonomy is not worked out again.
    public func adding(_ goods: [CatalogueEntry]) -> Rehearsal {
        let first = (rulebook.products.lazy.map(\.number).max() ?? 0) + 1
        let products = goods.enumerated().map { Product(ProductDraft($1), number: first + UInt32($0)) }
        return Rehearsal(rulebook: rulebook.replacing(products, removing: []))
    }

    /// The class that a good would be in, and why.
    public func classification(
        category: String?, title: LocalizedText, brand: String? = nil
    ) -> ClassificationReason {
        rulebook.classifier.reason(category: category, title: title, brand: brand)
    }

    /// Everything that leads to what a viewer sees of an activity.
    ///
    /// Nothing when its owner is none of the cast.
    public func explanation(
        of activity: RehearsedActivity, in cast: RehearsedCast, for viewer: RehearsedViewer, at now: Instant
    ) throws(IntakeError) -> Explanation? {
        guard let owner = cast.head(activity.owner) else { return nil }
        var visibleFrom = Instant(seconds: 0)
        if case .person(let handle) = viewer, let id = cast.head(handle)?.id {
            visibleFrom = owner.friends[id]?.visibleFrom ?? visibleFrom
        }
        let stage = Stage(
            rulebook: rulebook, owner: owner, audience: cast.audience(of: viewer, for: owner), visibleFrom: visibleFrom,
            now: now)
        switch activity {
        case .purchase(let purchase):
            let shop = purchase.shop.flatMap { cast.shop($0, for: viewer) }
            return try stage.explanation(
                of: purchase, shop: purchase.shop.flatMap { cast.head($0)?.id }, shownAs: shop)
        case .happening(let happening):
            return stage.explanation(of: happening, front: cast.front(happening.owner))
        }
    }
}
