public import Disclosure
public import Domain
import PolicyEngine

/// What an owner is told of the own shop.
public struct ShopBooks: Sendable {
    private static let mostNamed = 50

    private let point: EnforcementPoint
    private let shops: FriendShops
    private let naming: any BuyerNaming

    public init(point: EnforcementPoint, shops: FriendShops) {
        self.init(point: point, shops: shops, naming: ByOwnPolicy())
    }

    /// With another idea of who is named.
    package init(point: EnforcementPoint, shops: FriendShops, naming: any BuyerNaming) {
        self.point = point
        self.shops = shops
        self.naming = naming
    }

    /// Nothing when the owner has no shop, or the policy releases no figures.
    public func insights(of owner: PersonID) async throws(VaultError) -> Prepared<Insights>? {
        let reading = point.reading(for: owner)
        guard let rules = reading.rulebook.policy.shop.influence, let shop = try await shops.ownShop(of: owner) else {
            return nil
        }
        let epochs = point.epochs
        let standing = try await epochs.standing(of: owner)
        let released = try await epochs.released()
        // Of a shop that nobody came to the last epoch is told.
        let bands = standing.visitorBands.isEmpty ? [0] : standing.visitorBands
        let count = bands.count
        let visitors = bands.enumerated().compactMap { index, band in
            released.map {
                Insights.Figure(
                    epoch: TimeBucket(size: $0.size, index: $0.index - Int64(count - 1 - index)).description,
                    people: ExposedCount(band, of: rules.visitorBands))
            }
        }
        let guarantee = try await epochs.guarantee()
        return reading.prepared(
            Insights(
                epoch: released?.description, visitors: visitors,
                buyers: standing.buyerBands.map { ExposedCount($0, of: rules.buyerBands) },
                goods: goods(shop, standing, rules, reading.rulebook),
                named: try await naming.named(reading, limit: Self.mostNamed),
                invitations: ExposedCount(standing.invitationBand, of: rules.invitationBands),
                commissions: standing.settlements.map {
                    Insights.Commission(
                        epoch: $0.epoch.description, amount: $0.total.minorUnits,
                        currency: $0.total.currency.code)
                },
                guarantee: guarantee.map {
                    Insights.Guarantee(epsilonMilli: $0.epsilonMilli, countsPerPerson: $0.countsPerPerson)
                }, policy: reading.policyRevision))
    }

    /// The picks in their slots, then what else was bought.
    private func goods(
        _ shop: OwnShop, _ standing: BoardStanding, _ rules: InfluenceRules, _ rulebook: Rulebook
    ) -> [Insights.Good] {
        var bands: [ExposedProduct: UInt8] = [:]
        for good in standing.goods {
            if let product = rulebook.offered(good.product) { bands[product] = good.band }
        }
        let picks = shop.picks.map { pick in
            Insights.Good(
                slot: pick.slot, product: pick.product,
                visitors: ExposedCount(standing.visitorBand, of: rules.visitorBands),
                buyers: ExposedCount(bands.removeValue(forKey: pick.product) ?? 0, of: rules.buyerBands))
        }
        let others = standing.goods.compactMap { good -> Insights.Good? in
            guard let product = rulebook.offered(good.product), bands[product] != nil else { return nil }
            return Insights.Good(
                slot: nil, product: product, visitors: nil, buyers: ExposedCount(good.band, of: rules.buyerBands))
        }
        return picks + others
    }

    /// Nothing when the owner has no shop, or the policy releases no figures.
    public func influence(of owner: PersonID) async throws(VaultError) -> Prepared<InfluenceStatement>? {
        let reading = point.reading(for: owner)
        guard let rules = reading.rulebook.policy.shop.influence, try await shops.ownShop(of: owner) != nil else {
            return nil
        }
        let epochs = point.epochs
        let standing = try await epochs.standing(of: owner)
        let made = standing.explained(rules)
        let named = [("visitors", made.visitors), ("buyers", made.buyers), ("invitations", made.invitations)]
        let terms = named.map { name, term in
            InfluenceStatement.Term(
                name: name, bands: term.bands.map(Int.init), divisor: term.divisor, weight: term.weight, cap: term.cap,
                points: term.points)
        }
        return reading.prepared(
            InfluenceStatement(
                epoch: try await epochs.released()?.description, influence: standing.influence,
                tier: standing.tier, slots: try await TieredSlots(point: point).slots(of: owner),
                nextTierFrom: rules.tiers.first { $0.from > standing.influence }?.from, terms: terms,
                policy: reading.policyRevision))
    }
}
