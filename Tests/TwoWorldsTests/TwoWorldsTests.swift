import Foundation
import Testing

@Suite struct TwoWorldsTests {
    /// As many pairs as `VITRINE_SEEDS` says.
    private static let seeds = UInt64(ProcessInfo.processInfo.environment["VITRINE_SEEDS"] ?? "") ?? 40

    @Test func `whoever may not see the difference of two worlds cannot tell them apart`() async throws {
        let worlds = TwoWorlds()
        var (exchanges, items, statuses) = (0, 0, [String: Int]())
        for seed in 0..<Self.seeds {
            let plan = PlanGenerator.plan(seed)
            let outcome = try await worlds.outcome(of: plan)
            exchanges += outcome.exchanges
            items += outcome.items
            statuses.merge(outcome.statuses, uniquingKeysWith: +)
            guard outcome.difference != nil else { continue }
            var shrinker = Shrinker(worlds, budget: 200)
            let smallest = try await shrinker.smallest(plan)
            if let difference = try await worlds.outcome(of: smallest).difference {
                Issue.record("\(Report(plan: smallest, difference: difference))")
            }
        }
        print("two worlds: \(Self.seeds) pairs, \(exchanges) answers and \(items) items compared, \(statuses)")
        // Worlds in which nothing is to be seen would be alike as well.
        #expect(items > Int(Self.seeds) * 100)
    }
}
