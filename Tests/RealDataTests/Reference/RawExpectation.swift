/// What friends must see of each owner, worked out by the letter of the policy.
struct RawExpectation {
    private static let leastGoods = 5
    private static let edges: [Int64] = [0, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000]

    private struct Item {
        var owner: Int
        var shown: Shown
        var release: Double
    }

    private let world: RawWorld
    private let forms: [String: RawForm]
    private var behind: [String: Int] = [:]
    private var items: [Item] = []
    private(set) var withheld: Set<String> = []
    /// How many purchases, by tier, class and what is told of them.
    private(set) var table: [String: Int] = [:]
    /// Of each good that may be shown, how.
    private(set) var told: [String: RawForm.Labelled] = [:]

    init(_ world: RawWorld, forms: [String: RawForm], receivedAt received: Int64) {
        self.world = world
        self.forms = forms
        for good in world.goods.values { count(good) }
        told = shownForms()
        var calendar = RawCalendar(receivedAt: received)
        for purchase in world.purchases {
            let good = world.goods[purchase.product]
            let name = good?.classes.last ?? "unknown"
            let place = "\(world.policy.tier(name)) \(name)"
            guard let labelled = told[purchase.product] else {
                if world.policy.tier(name) == "withhold" { withheld.insert(purchase.product) }
                table["\(place): nothing", default: 0] += 1
                continue
            }
            let form = labelled.form
            var band = form.hasBand ? Self.band(purchase.cents) : nil
            if let edge = band, let label = labelled.label,
                behind["\(form.product) \(label) \(edge)", default: 0] < Self.leastGoods
            {
                band = nil
            }
            table["\(place): \(form.product), \(form.time)\(band == nil ? "" : ", band")", default: 0] += 1
            let bucket = calendar.bucket(purchase.day, form.time)
            items.append(
                Item(
                    owner: purchase.owner,
                    shown: Shown(
                        product: form.product, label: labelled.label ?? purchase.product, time: bucket.name,
                        bandFrom: band),
                    release: bucket.release))
        }
    }

    /// By the owner's number, how often each is to be seen at an instant.
    func feeds(at now: Int64) -> [Int: [Shown: Int]] {
        var feeds: [Int: [Shown: Int]] = [:]
        for item in items where item.release <= Double(now) {
            feeds[item.owner, default: [:]][item.shown, default: 0] += 1
        }
        return feeds
    }

    private static func band(_ amount: Int64) -> Int64? { edges.last { $0 <= amount } }

    private mutating func count(_ good: RawGood) {
        guard let node = good.node else { return }
        for precision in ["department", "category"] {
            guard let label = world.taxonomy.label(of: node, precision) else { continue }
            behind["\(precision) \(label)", default: 0] += 1
            if let edge = good.price.flatMap(Self.band) { behind["\(precision) \(label) \(edge)", default: 0] += 1 }
        }
    }

    /// The form in which a good of a node and a class is shown, as coarse as it takes for enough goods to fit.
    private func labelled(_ node: String, _ name: String) -> RawForm.Labelled? {
        guard var form = forms[world.policy.tier(name)] else { return nil }
        if form.product == "exact" { return RawForm.Labelled(form: form, label: nil) }
        for precision in [form.product, "department"] {
            if let label = world.taxonomy.label(of: node, precision),
                behind["\(precision) \(label)", default: 0] >= Self.leastGoods
            {
                form.product = precision
                return RawForm.Labelled(form: form, label: label)
            }
        }
        return nil
    }

    /// Of each good that may be shown, how.
    private func shownForms() -> [String: RawForm.Labelled] {
        var images: [RawForm.Labelled: RawPreimage] = [:]
        var told: [String: RawForm.Labelled] = [:]
        for leaf in world.taxonomy.leaves {
            let name = world.taxonomy.rootClass(of: leaf, world.policy)
            if let shown = labelled(leaf, name), shown.label != nil {
                images[shown, default: RawPreimage()].leaves[name, default: 0] += 1
            }
        }
        for good in world.goods.values {
            guard let node = good.node, let name = good.classes.max(by: isLaxer), let shown = labelled(node, name)
            else {
                continue
            }
            told[good.id] = shown
            if shown.label != nil { images[shown, default: RawPreimage()].goods[name, default: 0] += 1 }
        }
        return told.filter { id, shown in
            let isCoarsened = world.goods[id].map { $0.classes.contains { world.policy.tier($0) == "coarsen" } } ?? true
            return !isCoarsened || !(images[shown]?.tells(world.policy) ?? true)
        }
    }

    private func isLaxer(_ first: String, _ second: String) -> Bool {
        world.policy.strictness(first) < world.policy.strictness(second)
    }
}
