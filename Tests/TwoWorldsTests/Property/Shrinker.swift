/// Makes a pair of worlds that can be told apart as small as it gets.
struct Shrinker {
    let worlds: TwoWorlds
    /// How many pairs may still be tried.
    private(set) var budget: Int

    init(_ worlds: TwoWorlds, budget: Int) {
        self.worlds = worlds
        self.budget = budget
    }

    mutating func smallest(_ plan: WorldPlan) async throws -> WorldPlan {
        var plan = plan
        plan.requests = try await smallest(plan.requests) { [plan] requests in
            var smaller = plan
            smaller.requests = requests
            return smaller
        }
        plan.purchases = try await smallest(plan.purchases) { [plan] purchases in
            var smaller = plan
            smaller.purchases = purchases
            return smaller
        }
        let readers = plan.people.filter { plan.deceived.contains($0.handle) }
        let others = try await smallest(plan.people.filter { !plan.deceived.contains($0.handle) }) { [plan] in
            plan.keeping(readers + $0)
        }
        return plan.keeping(readers + others)
    }

    /// Leaves out ever smaller parts as long as the worlds can be told apart (delta debugging).
    private mutating func smallest<Element>(
        _ elements: [Element], _ plan: ([Element]) -> WorldPlan
    ) async throws -> [Element] {
        var kept = elements
        var size = max(1, kept.count / 2)
        while !kept.isEmpty {
            var start = 0
            while start < kept.count {
                guard budget > 0 else { return kept }
                var fewer = kept
                fewer.removeSubrange(start..<min(start + size, kept.count))
                budget -= 1
                if try await worlds.outcome(of: plan(fewer)).difference != nil { kept = fewer } else { start += size }
            }
            if size == 1 { break }
            size = max(1, size / 2)
        }
        return kept
    }
}
