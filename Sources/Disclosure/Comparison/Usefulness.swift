public import Domain
public import PolicyEngine

/// What audiences would see of purchases under a policy, had every owner switched sharing on.
///
/// Says what a policy is worth to those it lets see, and what it costs. Counts only, for the operator.
public struct Usefulness: Sendable, Equatable {
    /// What owners are taken to have agreed to, beyond switching sharing on since ever.
    public enum Setting: String, Sendable, CaseIterable {
        /// Nothing more: the policy's defaults, and no class opted in.
        case defaults
        /// Every class that can be opted in, at the default levels.
        case everythingOptedIn
        /// Every class that can be opted in, and everybody at the level `full`: as much as the rules give.
        case everythingInFull
        /// Every class that can be opted in, and everybody at the level `hint`, where hints hide among each other.
        case everythingAsHints
    }

    /// Purchases of one class that one audience sees in one form.
    public struct Row: Sendable, Equatable {
        /// Its id, or `unclassified`.
        public let classID: String
        public let tier: Tier
        public let setting: Setting
        public let audience: Audience
        /// `nothing` where they are not seen at all.
        public let form: Disclosure
        public let purchases: Int
    }

    /// The policy that was asked.
    public let revision: String
    /// Purchases counted, without those sealed as withheld that were not opened.
    public let purchases: Int
    /// Purchases sealed as withheld, by the places given out to them: they are not opened, so their classes are not known
    /// here, and one deleted since is still among them.
    public let sealedAsWithheld: Int
    /// By class, setting and audience, the finest form first.
    public let rows: [Row]
    /// How well the forms in which goods of tier B are shown tell their class, in the order of the rows.
    public let guesses: [ClassGuess]

    /// Of purchases of a tier, the share that an audience sees in any form; nothing when there are none.
    public func share(of tier: Tier, seenBy audience: Audience, _ setting: Setting = .defaults) -> Double? {
        let all = rows.filter { $0.tier == tier && $0.audience == audience && $0.setting == setting }
        let total = all.reduce(0) { $0 + $1.purchases }
        if total == 0 { return nil }
        return Double(all.filter { !$0.form.isNothing }.reduce(0) { $0 + $1.purchases }) / Double(total)
    }

    /// Counts purchases that are told by product; products that are not among the goods are of no known class.
    public init(
        policy: Policy, taxonomy: Taxonomy, goods: [CatalogueEntry], purchases: [ProductID: Int]
    ) throws(ConsentChangeError) {
        let products = goods.enumerated().map { Product($1, number: UInt32($0 + 1)) }
        let rulebook = Rulebook(
            policy: policy, taxonomy: taxonomy, products: products, revisions: [policy.table], ordinal: 0, version: 1)
        var count = try UsefulnessCount(rulebook: rulebook)
        for (product, number) in purchases {
            let good = rulebook.good(product)
            count.add(classes: [good?.classCode ?? .unknown], category: good?.category ?? 0, times: number)
        }
        self = count.result(sealedAsWithheld: 0)
    }

    init(revision: String, purchases: Int, sealedAsWithheld: Int, rows: [Row], guesses: [ClassGuess]) {
        self.revision = revision
        self.purchases = purchases
        self.sealedAsWithheld = sealedAsWithheld
        self.rows = rows
        self.guesses = guesses
    }
}

extension Product {
    fileprivate init(_ entry: CatalogueEntry, number: UInt32) {
        self.init(
            number: number, id: entry.id, title: entry.title, categoryID: entry.categoryID, brand: entry.brand,
            listPrice: entry.listPrice, exclusivePrice: entry.exclusivePrice,
            status: entry.isListed ? .listed : .delisted)
    }
}
