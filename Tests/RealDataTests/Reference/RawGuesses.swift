/// How likely a class of tier B is by what friends are shown, and by the label alone, counted purchase by purchase.
struct RawGuesses {
    /// As in: `alcohol fb: 12/4000, 12/4000`.
    private(set) var figures: Set<String> = []
    /// The classes of tier B of which anything is shown.
    private(set) var classes: Set<String> = []
    /// What a form tells better than its label does.
    private(set) var beaten: Set<String> = []

    private struct Counts {
        var byClass: [String: Int] = [:]
        var all: Int { byClass.values.reduce(0, +) }
    }

    init(_ world: RawWorld, _ expectation: RawExpectation) {
        var looks: [RawForm.Labelled: Counts] = [:]
        var labels: [String: Counts] = [:]
        for purchase in world.purchases {
            guard let good = world.goods[purchase.product], let node = good.node else { continue }
            let name = good.classes.max { world.policy.strictness($0) < world.policy.strictness($1) } ?? "unknown"
            let shown = expectation.told[purchase.product]
            if shown != nil || world.policy.tier(name) == "ordinary" {
                for precision in ["category", "department"] {
                    guard let label = world.taxonomy.label(of: node, precision) else { continue }
                    let place = "\(precision) \(label)"
                    labels[place, default: Counts()].byClass[name, default: 0] += 1
                }
            }
            if let shown { looks[shown, default: Counts()].byClass[name, default: 0] += 1 }
        }
        for (look, counts) in looks {
            guard let label = look.label, let base = labels["\(look.form.product) \(label)"] else { continue }
            for (name, number) in counts.byClass where world.policy.tier(name) == "coarsen" {
                let expected = base.byClass[name] ?? 0
                figures.insert("\(name) \(label): \(number)/\(counts.all), \(expected)/\(base.all)")
                classes.insert(name)
                if number * base.all > expected * counts.all { beaten.insert("\(name) \(label)") }
            }
        }
    }
}
