import Disclosure
import Domain
import PolicyEngine

/// Purchases made up, one a class, to show what each audience sees of it.
struct Specimens {
    private static let boughtAt = Instant(seconds: 1_777_888_800)
    /// Long enough after it that every bucket has been released.
    private static let seenAt = Instant(seconds: 1_800_000_000)

    private let rehearsal: Rehearsal
    /// One leaf of the class from each department that has any.
    private let leaves: [ClassCode: [Category]]
    private let price: Money
    private let owner: Handle

    /// Nothing when the fixed words of a specimen do not hold.
    init?(policy: Policy, taxonomy: Taxonomy) {
        guard let owner = Handle("somebody"), let currency = Currency("USD") else { return nil }
        self.owner = owner
        price = Money(minorUnits: 1_999, currency: currency)
        let classifier = policy.classifier(for: taxonomy)
        let labels = policy.shownLabels(for: taxonomy)
        var leaves: [ClassCode: [Category]] = [:]
        var seen: Set<[UInt32]> = []
        for leaf in taxonomy.leaves {
            let code = classifier.classCode(ofCategory: leaf.number)
            let department = labels.label(of: leaf.number, at: .department) ?? 0
            if seen.insert([UInt32(code.rawValue), department]).inserted { leaves[code, default: []].append(leaf) }
        }
        self.leaves = leaves
        rehearsal = Rehearsal(
            policy: policy, taxonomy: taxonomy,
            goods: StockedShelves.goods(
                of: taxonomy, price: price, more: policy.preimageGoods, on: Set(leaves.values.joined().map(\.id))))
    }

    /// What an audience sees when the owner shares at one level for everything, or at the defaults for nothing.
    func explanation(
        of code: ClassCode, on leaf: Category, for audience: Audience, level: Level?, optedIn: Bool
    ) -> Explanation? {
        guard let product = StockedShelves.id(on: leaf.id) else { return nil }
        var change = ConsentChange(sharing: .on(since: Instant(seconds: 0)))
        if let level { for setting in Consent.Setting.all { change.levels[setting] = level } }
        let tier = rehearsal.policy.tier(of: code)
        if optedIn, tier == .coarsen || tier == .ownerDecides { change.classes[code] = true }
        let stamp = ConsentStamp(revision: 0, at: Self.boughtAt)
        let consent = try? Consent().applying(change, policy: rehearsal.policy, stamp: stamp, minor: false)
        guard let consent else { return nil }
        let cast = RehearsedCast([RehearsedPerson(handle: owner, name: "Somebody", zone: .utc, consent: consent)])
        let purchase = RehearsedPurchase(
            name: "specimen", buyer: owner, product: product, total: price, at: .instant(Self.boughtAt),
            receivedAt: Self.boughtAt)
        return
            (try? rehearsal.explanation(of: .purchase(purchase), in: cast, for: .audience(audience), at: Self.seenAt))
            .flatMap { $0 }
    }

    /// The most that an audience can ever see, wherever the good is shelved and whichever level the owner chooses.
    func most(of code: ClassCode, for audience: Audience) -> Explanation? {
        first(of: code, [.full, .product, .category, .hint], for: audience, optedIn: true)
    }

    /// What an audience sees when the owner switches sharing on and says no more.
    func byDefault(of code: ClassCode, for audience: Audience) -> Explanation? {
        first(of: code, [nil], for: audience, optedIn: false)
    }

    /// The first that is shown, or the first.
    private func first(
        of code: ClassCode, _ levels: [Level?], for audience: Audience, optedIn: Bool
    ) -> Explanation? {
        let all = (leaves[code] ?? []).lazy.flatMap { leaf in
            levels.lazy.compactMap {
                explanation(of: code, on: leaf, for: audience, level: $0, optedIn: optedIn)
            }
        }
        return all.first { !$0.disclosure.isNothing } ?? all.first
    }
}
