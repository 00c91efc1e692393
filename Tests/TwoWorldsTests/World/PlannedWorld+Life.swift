import Disclosure
import Domain
import Foundation
import FriendShops
import PolicyEngine
import VitrineTesting

/// What happens in a world, moment by moment.
extension PlannedWorld {
    private static let scopes: Set<Scope> = [.feedRead, .ledgerRead, .visibilityNarrow, .visibilityWiden, .shopWrite]

    /// People first, then tokens: the same in both worlds, before anything differs.
    ///
    /// Returns the tokens.
    func settle() async throws -> [String: String] {
        let profiles = try plan.people.map { try profile($0, isMinor: $0.comesOfAge != nil) }
        try check(await point.people.put(profiles).isEmpty)
        var tokens: [String: String] = [:]
        for person in plan.people {
            tokens[person.handle] = try await point.tokens.issue(
                client: "phone", person: try handle(person.handle), scopes: Self.scopes, days: nil
            ).secret
        }
        let pairs = try plan.friendships.map { (try handle($0.one), try handle($0.other)) }
        try check(await point.people.befriend(pairs).isEmpty)
        for person in plan.people {
            try await agree(person)
            guard !person.shopPicks.isEmpty else { continue }
            let owner = try await id(person.handle)
            let front = FriendShops.Front(name: "Shop of \(person.handle)", sign: nil, line: nil, isOpen: true)
            try await shops.setFront(front, of: owner)
            for (index, pick) in person.shopPicks.enumerated() {
                try await shops.pick(try Absent.orThrow(ProductID(pick)), slot: index + 1, of: owner)
            }
        }
        return tokens
    }

    /// Lets a moment come: people come of age, purchases are taken in.
    ///
    /// Returns the ids of hidden ones.
    func live(_ moment: Int) async throws -> [Int: String] {
        let start = Timeline.moments[moment]
        clock.set(start)
        for person in plan.people where person.comesOfAge == moment {
            try check(await point.people.put([profile(person, isMinor: false)]).isEmpty)
            try await agree(person)
        }
        clock.set(start.advanced(bySeconds: Timeline.startOfPrivacy))
        try await setPrivacy(moment, .until(nil))
        clock.set(start.advanced(bySeconds: Timeline.intake))
        try await takeIn(purchases(at: moment))
        let ids = try await overrideItems(moment)
        clock.set(start.advanced(bySeconds: Timeline.endOfPrivacy))
        try await setPrivacy(moment, .off)
        clock.set(start.advanced(bySeconds: Timeline.reading))
        return ids
    }

    private func agree(_ person: PlannedPerson) async throws {
        let isMinor = person.comesOfAge.map { clock.now < Timeline.moments[$0] } ?? false
        var consent = ConsentChange()
        if person.isSharing, !isMinor { consent.sharing = .on(since: Instant(person.since)) }
        for (audience, level) in zip(Audience.others, person.levels) {
            consent.levels[Consent.Setting(audience: audience, tier: .ordinary)] = level
        }
        for name in person.optedIn { consent.classes[ClassCode(name: name)] = true }
        let friends = Set(plan.friendships.filter { $0.one == person.handle }.map(\.other))
        let patch = VisibilityPatch(
            consent: consent,
            closeFriends: .init(add: try person.closeFriends.intersection(friends).sorted().map(handle)),
            blocks: .init(add: try person.blocked.sorted().map(handle)))
        try await point.visibility.apply(patch, of: id(person.handle), client: "phone", mayWiden: true)
    }

    private func setPrivacy(_ moment: Int, _ mode: ConsentChange.PrivateMode) async throws {
        for person in plan.people where person.privateMoment == moment {
            try await point.visibility.apply(
                VisibilityPatch(consent: ConsentChange(privateMode: mode)), of: id(person.handle), client: "phone",
                mayWiden: true)
        }
    }

    private func takeIn(_ purchases: [PlannedPurchase]) async throws {
        let currency = try Absent.orThrow(Currency("CNY"))
        let keys = try purchases.map {
            try Absent.orThrow(PurchaseKey(source: "platform", order: $0.order, line: "1"))
        }
        let buyers = try purchases.map { try handle($0.owner) }
        let faults = try await point.intake.put(count: purchases.count, keys: keys, people: Set(buyers)) { index in
            let purchase = purchases[index]
            let details = details(of: purchase)
            guard let product = ProductID(details.product) else { return nil }
            return PurchaseDraft(
                key: keys[index], buyer: buyers[index], product: product, quantity: details.quantity,
                total: Money(minorUnits: details.total, currency: currency), at: .instant(details.at),
                shop: .set(purchase.shop.flatMap { Handle($0) }), status: purchase.isReturned ? .returned : .bought)
        }
        try check(faults.isEmpty)
    }

    /// Says of single purchases who may see them.
    ///
    /// Returns the ids of hidden ones.
    private func overrideItems(_ moment: Int) async throws -> [Int: String] {
        var hidden: [Int: String] = [:]
        let named = purchases(at: moment).filter { $0.visibility != .standard || $0.presence == .onlyInSecond }
        for (owner, purchases) in Dictionary(grouping: named, by: \.owner).sorted(by: { $0.key < $1.key }) {
            let person = try await id(owner)
            let ledger = try await LedgerSight(point: point).purchases(of: person)
            let ids = Dictionary(ledger.map { ($0.order, $0.id) }) { first, _ in first }
            for purchase in purchases {
                let item = try Absent.orThrow(ids[purchase.order])
                if purchase.presence == .onlyInSecond { hidden[purchase.number] = item }
                if purchase.visibility != .standard {
                    try await point.visibility.setItem(item, to: purchase.visibility, of: person, mayWiden: true)
                }
            }
        }
        return hidden
    }

    // MARK: Names

    private func profile(_ person: PlannedPerson, isMinor: Bool) throws -> People.Profile {
        People.Profile(
            handle: try handle(person.handle), name: person.handle.capitalized,
            zone: try Absent.orThrow(Zone(person.zone)), isMinor: isMinor)
    }

    private func handle(_ text: String) throws -> Handle { try Absent.orThrow(Handle(text)) }

    private func id(_ handle: String) async throws -> PersonID {
        try Absent.orThrow(try await point.people.find(self.handle(handle)))
    }

    private func check(_ isWell: Bool) throws { _ = try Absent.orThrow(isWell ? true : nil) }
}
