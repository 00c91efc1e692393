import Disclosure
import Domain
import SampleWorld
import Testing

/// Two worlds that differ in hidden purchases alone: A03, A10 and A25.
struct HiddenSalesTests {
    /// Ada and fay have shops; who buys through ada's hides it, or buys nothing.
    private func grow(_ town: EpochWorld, hidden: Int) async throws {
        try await town.world.put("fay")
        try await town.open("fay")
        try await town.world.befriend("ada", "fay")
        for owner in ["ada", "fay"] { try await town.epochs.setOnBoard(true, of: town.world.id(owner)) }
        for number in 0..<20 { try await town.world.befriend(EpochWorld.name(number), "fay") }
        try await town.wait(days: 15)
        // What everybody may know: twenty buyers in fay's shop.
        for number in 0..<20 {
            try await town.world.buy(
                "bread-1", by: EpochWorld.name(number), at: "2026-02-05T10:00:00Z", order: "open-\(number)",
                shop: "fay")
        }
        for number in 0..<hidden {
            let name = EpochWorld.name(number % 60)
            try await town.world.buy(
                "tea-1", by: name, at: "2026-02-05T11:00:00Z", order: "hidden-\(number)", shop: "ada")
            try await town.world.setItem("hidden-\(number)", of: name, to: .hidden)
        }
        // A town's clock stands at the fifth of February by now: the month is told early in March.
        try await town.wait(days: 30)
    }

    private func sights(_ rules: any EpochRules, hidden: [Int]) async throws -> [[String]] {
        // Twins have the same keys and draw the same numbers, so that people, noise and ids are the same in all of them.
        let first = try await EpochWorld.town(friends: 60, rules: rules)
        var towns: [EpochWorld] = []
        for _ in hidden { towns.append(try await first.twin(friends: 60, rules: rules)) }
        var sights: [[String]] = []
        for (town, count) in zip(towns, hidden) {
            try await grow(town, hidden: count)
            var sight: [String] = []
            for viewer in ["fay", "f0"] { sight.append(try await town.sight(of: viewer)) }
            let standing = try await town.standing()
            let figures = [standing.influence, standing.goods.count, standing.milestones.count]
            sight.append("\(standing.buyerBands) \(figures)")
            sights.append(sight)
        }
        return sights
    }

    @Test func `hidden purchases move no figure, rank or milestone`() async throws {
        let sights = try await sights(GuardedEpochs(), hidden: [0, 1, 60])
        for sight in sights { #expect(sight == sights[0]) }
        #expect(sights[0][2].hasSuffix("[0, 0, 0]"))
        // What may be known is there.
        #expect(sights[0][0].contains("2026-03"))
    }

    @Test func `counting what is hidden would tell`() async throws {
        let sights = try await sights(CountsHidden(), hidden: [0, 60])
        #expect(sights[0][2] != sights[1][2] && sights[0][1] != sights[1][1])
    }
}
