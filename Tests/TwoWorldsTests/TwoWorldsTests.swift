import Foundation
import Testing

@Suite struct TwoWorldsTests {
    /// As many pairs as `VITRINE_SEEDS` says.
    private static let seeds = UInt64(ProcessInfo.processInfo.environment["VITRINE_SEEDS"] ?? "") ?? 40

    @Test func `whoever may not see the difference of two worlds cannot tell them apart`() async throws {
        var (exchanges, items, statuses) = (0, 0, [String: Int]())
        for seed in stride(from: 0, to: Self.seeds, by: 2) {
            async let even = Self.outcome(seed)
            async let odd = Self.outcome(seed + 1)
            for outcome in try await [even, odd] {
                exchanges += outcome.exchanges
                items += outcome.items
                statuses.merge(outcome.statuses, uniquingKeysWith: +)
            }
        }
        print("two worlds: \(Self.seeds) pairs, \(exchanges) answers and \(items) items compared, \(statuses)")
        // Worlds in which nothing is to be seen would be alike as well.
        #expect(items > Int(Self.seeds) * 100)
    }

    /// What is seen of the pair of a seed; a difference is made small and told.
    private static func outcome(_ seed: UInt64) async throws -> TwoWorlds.Outcome {
        let worlds = TwoWorlds()
        let plan = PlanGenerator.plan(seed)
        let outcome = try await worlds.outcome(of: plan)
        if outcome.difference != nil {
            var shrinker = Shrinker(worlds, budget: 200)
            let smallest = try await shrinker.smallest(plan)
            if let difference = try await worlds.outcome(of: smallest).difference {
                Issue.record("\(Report(plan: smallest, difference: difference))")
            }
        }
        return outcome
    }
}
