import Domain
import PolicyEngine
import Sealing

/// Counts distinct people by shop, each bounded, and makes bands of the counts.
struct EpochTally {
    /// How many people, and how many of them are named to nobody anyway.
    struct Count {
        var all: Int64 = 0
        var unnamed = 0

        mutating func add(isNamed: Bool) {
            all += 1
            if !isNamed { unnamed += 1 }
        }
    }

    let moment: EpochMoment
    let influence: InfluenceRules?
    private let keys: KeyHierarchy
    private let rules: any EpochRules
    /// Everybody there is.
    private let people: [Head]
    /// Where each of them stands.
    private let positions: [PersonID: Int]
    private var visitors: [PersonID: Count] = [:]
    private var buyers: [PersonID: Count] = [:]
    private var goods: [PersonID: [UInt32: Count]] = [:]
    private(set) var released = 0

    init(keys: KeyHierarchy, rules: any EpochRules, influence: InfluenceRules?, moment: EpochMoment, people: [Head]) {
        self.keys = keys
        self.rules = rules
        self.influence = influence
        self.moment = moment
        self.people = people
        positions = Dictionary(uniqueKeysWithValues: people.indices.map { (people[$0].id, $0) })
    }

    /// The shops that anybody counts in.
    var shops: Set<PersonID> { Set(visitors.keys).union(buyers.keys) }

    /// How much all counts of visitors, buyers and goods come to.
    var changedCounts: Int {
        let all = Array(visitors.values) + Array(buyers.values) + goods.values.flatMap(\.values)
        return all.reduce(0) { $0 + Int($1.all) }
    }

    /// What the counts of this epoch may tell of one person.
    ///
    /// A person changes the visitors of so many shops by one each, and at a monthly tick also the buyers of as many, and
    /// of one good in each; and the invited shops of the one who invited the person's.
    var guarantee: EpochState.Guarantee {
        let counts = influence.map { $0.shopsPerPerson * (moment.isMonthTick ? 3 : 1) + 1 } ?? 0
        return EpochState.Guarantee(
            epoch: moment.epoch, epsilonMilli: UInt32(influence?.epsilonMilli ?? 0), countsPerPerson: UInt32(counts),
            released: 0)
    }

    /// Counts a visitor, in as many shops as one may count in.
    mutating func count(visitor: Head, _ shops: [PersonID]) {
        guard let influence, !visitor.isMinor else { return }
        for shop in bounded(shops.filter { isKnown(visitor, to: $0) }, of: visitor, influence) {
            visitors[shop, default: Count()].add(isNamed: false)
        }
    }

    /// Counts a buyer once in every shop, and for one good in each: the one of the least number.
    mutating func count(buyer: Head, _ bought: [(shop: PersonID, product: UInt32, isNamed: Bool)]) {
        guard let influence, !buyer.isMinor else { return }
        let byShop = Dictionary(grouping: bought.filter { isKnown(buyer, to: $0.shop) }, by: \.shop)
        for shop in bounded(Array(byShop.keys), of: buyer, influence) {
            guard let purchases = byShop[shop] else { continue }
            buyers[shop, default: Count()].add(isNamed: purchases.contains(where: \.isNamed))
            guard let good = purchases.min(by: { $0.product < $1.product }), good.product != 0 else { continue }
            goods[shop, default: [:]][good.product, default: Count()].add(isNamed: good.isNamed)
        }
    }

    /// Whether a shop counts among those that another invited: as its owner would count there as a visitor.
    func counts(invited shop: PersonID, by inviter: PersonID) -> Bool {
        guard let position = positions[shop] else { return false }
        let owner = people[position]
        return rules.admits(invitedByKnown: !owner.isMinor && isKnown(owner, to: inviter))
    }

    /// Only friends of some standing count, and nobody who has blocked the owner, or was blocked.
    private func isKnown(_ person: Head, to shop: PersonID) -> Bool {
        guard let influence, let friendship = person.friends[shop], let position = positions[shop],
            !people[position].hasBlocked(person), !person.hasBlocked(people[position])
        else { return false }
        return rules.admits(friendSince: friendship.visibleFrom, at: moment.end, influence)
    }

    /// Which shops count when there are too many is the choice of a digest, not of the person's.
    private func bounded(_ shops: [PersonID], of person: Head, _ influence: InfluenceRules) -> [PersonID] {
        if shops.count <= influence.shopsPerPerson { return shops }
        var bits = KeyedBits(keys: keys, shop: person.id, measure: "bound", moment: moment)
        return shops.sorted().map { (shop: $0, order: bits.next()) }.sorted { $0.order < $1.order }
            .prefix(influence.shopsPerPerson).map(\.shop)
    }

    /// Adds what is released of a shop by this tick.
    mutating func release(_ shop: PersonID, invited: Int, k: Int, into standing: inout BoardStanding) {
        guard let influence else { return }
        standing.visitorBands.append(band(visitors[shop], influence.visitorBands, shop, "visitors", k))
        standing.trimVisitorBands(to: influence.window)
        standing.invitationBand = band(
            Count(all: Int64(invited), unnamed: invited), influence.invitationBands, shop, "invitations", k)
        if moment.isMonthTick {
            let band = band(buyers[shop], influence.buyerBands, shop, "buyers", k)
            standing.buyerBands = (standing.buyerBands + [band]).suffix(influence.settlements)
            standing.goods = (goods[shop] ?? [:]).sorted { $0.key < $1.key }.map { product, count in
                BoardStanding.Good(
                    product: product, band: self.band(count, influence.buyerBands, shop, "good \(product)", k))
            }.filter { $0.band > 0 }.prefix(BoardStanding.maximumGoods).map(\.self)
        }
        standing.influence = standing.explained(influence).points
        standing.tier = influence.tier(of: standing.influence)
        standing.noteMilestones(at: moment.end)
    }

    /// The band of a count: the lowest below `k` people, and otherwise with noise.
    ///
    /// Whoever is named to the owner anyway hides nobody: those who are not must reach a band with noise by themselves, or
    /// many named ones would make the step to `k` a certain one.
    private mutating func band(
        _ count: Count?, _ bands: CountBands, _ shop: PersonID, _ measure: String, _ k: Int
    ) -> UInt8 {
        guard let influence, let count, count.unnamed >= k else { return 0 }
        var bits = KeyedBits(keys: keys, shop: shop, measure: measure, moment: moment)
        let noise = rules.noise(influence, &bits)
        guard bands.band(of: Int64(count.unnamed) + noise) > 0 else { return 0 }
        let band = bands.band(of: count.all + noise)
        if band > 0 { released += 1 }
        return band
    }
}
