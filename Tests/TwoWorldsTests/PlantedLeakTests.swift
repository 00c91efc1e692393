import Testing

/// Every leak that is planted must be found, or the property proves nothing.
@Suite struct PlantedLeakTests {
    private static let leaks: [any Leak] = [
        Placeholder(), LiveCount(), InstantOrder(), ExactPrice(), SequentialIDs(), ShortPage(), MovingValidator(),
        ExistenceOracle(),
    ]

    @Test(arguments: leaks.indices) func `a planted leak is found`(index: Int) async throws {
        let leak = Self.leaks[index]
        let found = try await Self.first(TwoWorlds(leak: leak))
        print("\(type(of: leak)): found with seed \(found.map { "\($0.plan.seed)" } ?? "none")")
        #expect(found != nil, "\(leak) was not found")
    }

    @Test func `what is found is made small, and told with its seed`() async throws {
        let worlds = TwoWorlds(leak: Placeholder())
        let found = try #require(try await Self.first(worlds))
        var shrinker = Shrinker(worlds, budget: 60)
        let smallest = try await shrinker.smallest(found.plan)
        let difference = try #require(try await worlds.outcome(of: smallest).difference)
        #expect(smallest.requests.count == 1)
        #expect(smallest.purchases.count == 1)
        #expect(smallest.hidden.count == 1)
        #expect(smallest.people.count < found.plan.people.count)
        let report = "\(Report(plan: smallest, difference: difference))"
        #expect(report.contains("seed \(found.plan.seed)"))
        #expect(report.contains("withheld"))
    }

    private static func first(_ worlds: TwoWorlds) async throws -> Report? {
        for seed in 0..<12 as Range<UInt64> {
            var plan = PlanGenerator.plan(seed)
            plan.requests.removeAll { !$0.concernsLeaks }
            if let difference = try await worlds.outcome(of: plan).difference {
                return Report(plan: plan, difference: difference)
            }
        }
        return nil
    }
}

extension PlannedRequest {
    /// Whether it is the viewer's and asks for the feed or for items, where the leaks are.
    fileprivate var concernsLeaks: Bool {
        guard asker == WorldPlan.viewer else { return false }
        switch question {
        case .walk, .poll, .hiddenItem, .absentItem, .visibleItem: return true
        default: return false
        }
    }
}
