import Domain

/// The rules that leave another one nothing to decide, gathered cell by cell.
struct Shadows {
    private var giving: [String] = []
    private var taking: [String] = []
    /// Whether somewhere no grant gives more than the limit leaves anyway.
    private var isWithoutGrant = false

    /// Takes note of what makes a grant idle in a cell: another grant that gives as much, or limits.
    mutating func add(grant: Rule, _ matching: [Rule]) {
        if let other = Self.one(of: matching, .grant, preferring: giving, { grant.disclosure.isAtMost($0.disclosure) }) {
            Self.insert(other.id, &giving)
        } else {
            for limit in matching where limit.effect == .limit && !grant.disclosure.isAtMost(limit.disclosure) {
                Self.insert(limit.id, &taking)
            }
        }
    }

    /// Takes note of what makes a limit idle in a cell: another limit that takes as much, or that there is nothing to take.
    mutating func add(limit: Rule, _ matching: [Rule], granted: Disclosure) {
        let left = granted.meet(limit.disclosure)
        if left == granted {
            isWithoutGrant = true
        } else if let other = Self.one(
            of: matching, .limit, preferring: taking, { granted.meet($0.disclosure).isAtMost(left) })
        {
            Self.insert(other.id, &taking)
        } else {
            for other in matching where other.effect == .limit && granted.meet(other.disclosure) != granted {
                Self.insert(other.id, &taking)
            }
        }
    }

    func reason(_ effect: Rule.Effect) -> String {
        switch (effect, giving.isEmpty, taking.isEmpty) {
        case (.grant, false, true): "\(Self.list(giving)) as much"
        case (.grant, true, false): "\(Self.list(taking, "takes", "take")) it back"
        case (.grant, _, _): "\(Self.list(giving)) as much, or \(Self.list(taking, "takes", "take")) it back"
        case (.limit, _, true): "no grant gives what it takes"
        case (.limit, _, false):
            "\(Self.list(taking, "takes", "take")) as much" + (isWithoutGrant ? ", or no grant gives what it takes" : "")
        }
    }

    private static func one(
        of rules: [Rule], _ effect: Rule.Effect, preferring known: [String], _ condition: (Rule) -> Bool
    ) -> Rule? {
        let fitting = rules.filter { $0.effect == effect && condition($0) }
        return fitting.first { known.contains($0.id) } ?? fitting.first
    }

    private static func insert(_ id: String, _ ids: inout [String]) {
        if !ids.contains(id) { ids.append(id) }
    }

    private static func list(_ ids: [String], _ verb: String = "gives", _ verbOfMany: String = "give") -> String {
        let names = ids.sorted().map { "`\($0)`" }
        guard let last = names.last else { return "nothing \(verb)" }
        if names.count == 1 { return "\(last) \(verb)" }
        return "\(names.dropLast().joined(separator: ", ")) and \(last) \(verbOfMany)"
    }
}
