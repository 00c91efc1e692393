import Domain

/// The rules that leave another one nothing to decide, gathered cell by cell and told with as few names as will do.
struct Shadows {
    /// For every cell the grants that give as much: any one of them is reason enough.
    private var giving: Set<Set<String>> = []
    /// For every cell the limits of which any one takes as much.
    private var taking: Set<Set<String>> = []

    /// Takes note of what makes a grant idle in a cell: another grant that gives as much, or limits.
    mutating func add(grant: Rule, _ matching: [Rule]) {
        let others = matching.filter { $0.effect == .grant && grant.disclosure.isAtMost($0.disclosure) }
        if others.isEmpty {
            let limits = matching.filter { $0.effect == .limit }
            let whole = limits.filter { grant.disclosure.meet($0.disclosure).isNothing }
            Self.insert(whole, or: limits.filter { !grant.disclosure.isAtMost($0.disclosure) }, &taking)
        } else {
            giving.insert(Set(others.map(\.id)))
        }
    }

    /// Takes note of what makes a limit idle in a cell: another limit that takes as much, unless there is nothing to take.
    mutating func add(limit: Rule, _ matching: [Rule], granted: Disclosure) {
        let left = granted.meet(limit.disclosure)
        guard left != granted else { return }
        let limits = matching.filter { $0.effect == .limit && granted.meet($0.disclosure) != granted }
        Self.insert(limits.filter { granted.meet($0.disclosure).isAtMost(left) }, or: limits, &taking)
    }

    /// Whether a limit is idle because no grant gives what it takes: a precaution, not a mistake.
    var isEmpty: Bool { giving.isEmpty && taking.isEmpty }

    /// What leaves the rule nothing to decide.
    func reason(_ effect: Rule.Effect) -> String {
        let gives = Self.clause(giving, "gives", "give").map { "\($0) as much" }
        let takes = Self.clause(taking, "takes", "take").map { "\($0) \(effect == .grant ? "it back" : "as much")" }
        let clauses = [gives, takes].compactMap(\.self)
        return clauses.isEmpty ? "no grant gives what it takes" : clauses.joined(separator: ", or ")
    }

    /// Any one of the first, or else all of the second together.
    private static func insert(_ first: [Rule], or second: [Rule], _ cells: inout Set<Set<String>>) {
        if first.isEmpty {
            for rule in second { cells.insert([rule.id]) }
        } else {
            cells.insert(Set(first.map(\.id)))
        }
    }

    /// The rules that stand for every cell, beginning with the one that stands for most.
    private static func clause(_ cells: Set<Set<String>>, _ verb: String, _ verbOfMany: String) -> String? {
        var left = cells
        var chosen: [String] = []
        while !left.isEmpty {
            var counts: [String: Int] = [:]
            for id in left.joined() { counts[id, default: 0] += 1 }
            guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { break }
            chosen.append(best)
            left = left.filter { !$0.contains(best) }
        }
        let names = chosen.sorted().map { "`\($0)`" }
        guard let last = names.last else { return nil }
        if names.count == 1 { return "\(last) \(verb)" }
        return "\(names.dropLast().joined(separator: ", ")) and \(last) \(verbOfMany)"
    }
}
