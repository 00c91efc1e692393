import Disclosure
import Domain
import SampleWorld
import Testing
import VitrineTesting

/// Watching figures from one moment to the next: A11, and A21 for the day of a sale.
struct DifferencingTests {
    /// Whether any figure moves between a visit and the end of its epoch.
    private func moves(_ rules: any EpochRules) async throws -> Bool {
        let town = try await EpochWorld.town(friends: 60, rules: rules)
        let before = try await town.standing()
        try await town.visits(by: 0..<60)
        town.world.clock.advance(bySeconds: 3600)
        try await town.epochs.catchUp()
        return try await town.standing() != before
    }

    @Test func `nothing moves inside an epoch`() async throws {
        #expect(try await moves(GuardedEpochs()) == false)
    }

    @Test func `releasing an epoch while it lasts would tell`() async throws {
        // The town's own ticks have released the epoch of its last day already.
        let town = try await EpochWorld.town(friends: 60)
        let impatient = EpochWorld(town.world, rules: Impatient())
        let before = try await town.standing()
        try await town.visits(by: 0..<60)
        try await impatient.epochs.catchUp()
        #expect(try await town.standing() != before)
    }

    @Test func `the day of a sale moves nothing; its month is told at the monthly tick`() async throws {
        let town = try await EpochWorld.town(friends: 60)
        let days = try await town.daysWithBuyers(of: 20)
        // January has ended everywhere by the first of February at noon, and three days later the monthly tick is.
        #expect(days.first == "2026-02-05")
        let standing = try await town.standing()
        #expect(standing.buyerBand >= 2 && standing.goods.count == 1)
        #expect(standing.milestones.contains { $0.kind == .buyers })
        #expect(standing.influence > 0)
    }

    @Test func `a purchase whose quarter is all that is shown of its time counts with its quarter`() async throws {
        let coarse = [
            ("hint: { product: department, time: month }", "hint: { product: department, time: quarter }"),
            (
                "category: { product: category, time: month, price: band }",
                "category: { product: category, time: quarter }"
            ),
        ]
        let town = try await EpochWorld.town(friends: 60, policy: try EpochWorld.policy(replacing: coarse))
        let days = try await town.daysWithBuyers(of: 105)
        // The quarter is told a day after the monthly tick in April, and so counts at the one in May.
        #expect(days.first == "2026-05-05")
    }
}

extension EpochWorld {
    /// Has sixty people buy through Ada's shop in January, and says on which of the days that follow any buyer is told of.
    fileprivate func daysWithBuyers(of count: Int) async throws -> [String] {
        for number in 0..<60 {
            try await world.buy(
                "tea-1", by: Self.name(number), at: "2026-01-25T10:00:00Z", order: "o\(number)", shop: "ada")
        }
        var days: [String] = []
        for _ in 0..<count {
            try await wait(days: 1)
            if try await standing().buyerBand > 0 { days.append(world.clock.now.day.description) }
        }
        return days
    }
}
