import Domain
import FriendShops
import PolicyEngine
import SampleWorld
import Testing
import VitrineTesting

@testable import Disclosure

/// `epoch:` of the policy changes from days to weeks and back: nothing is released twice, lost or misread.
struct EpochSizeTests {
    private static let permission = PolicyPermission(allowsWidening: true)

    private func weekly(_ town: EpochWorld) async throws -> EpochWorld {
        let policy = try EpochWorld.policy(replacing: [("epoch: day", "epoch: week")])
        return EpochWorld(try await town.world.reopened(policy: policy, Self.permission))
    }

    private func daily(_ town: EpochWorld) async throws -> EpochWorld {
        let policy = try EpochWorld.policy()
        let permission = PolicyPermission(allowsWidening: true, revision: policy.revision)
        return EpochWorld(try await town.world.reopened(policy: policy, permission))
    }

    @Test func `after days come weeks, with what waits`() async throws {
        // The town's clock is at Tuesday, the 20th of January.
        let town = try await EpochWorld.town(friends: 60)
        try await town.visits(by: 0..<60)
        try await town.wait(days: 1)
        #expect(try await town.epochs.released()?.description == "2026-01-20")
        try await town.visits(by: 0..<60)
        try await town.epochs.flush()
        let week = try await weekly(town)
        #expect(try await week.epochs.released()?.description == "2026-01-20")
        for _ in 0..<4 {
            try await week.wait(days: 1)
            #expect(try await week.epochs.released()?.description == "2026-01-20")
        }
        try await week.wait(days: 1)
        #expect(try await week.epochs.released()?.description == "2026-W04")
        // Bands of days are no bands of weeks.
        #expect(try await week.standing().visitorBands == [3])
        try await week.visits(by: 0..<60)
        try await week.wait(days: 7)
        #expect(try await week.epochs.released()?.description == "2026-W05")
        #expect(try await week.standing().visitorBands == [3, 3])
        let told = try #require(try await week.books.insights(of: week.world.id("ada"))?.value)
        #expect(told.visitors.map(\.epoch) == ["2026-W04", "2026-W05"])
    }

    @Test func `after weeks come days, with what waits, and settlements keep their names`() async throws {
        let town = try await EpochWorld.town(friends: 60, knowing: 6)
        for number in 0..<60 {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number), at: "2026-01-20T09:00:00Z", order: "o\(number)", total: 10_000,
                shop: "ada", waiting: false)
        }
        let week = try await weekly(town)
        try await week.wait(days: 20)
        #expect(try await week.epochs.released()?.description == "2026-W06")
        try await week.visits(by: 0..<60)
        try await week.epochs.flush()
        let day = try await daily(week)
        // The week that ended on Monday is the last that is released on that day.
        #expect(try await day.epochs.catchUp() == 0)
        #expect(try await day.epochs.released()?.description == "2026-W06")
        try await day.wait(days: 1)
        #expect(try await day.epochs.released()?.description == "2026-02-09")
        #expect(try await day.standing().buyerBands.count == 1)
        try await day.wait(days: 6)
        // The week of the visits ends with its Sunday.
        #expect(try await day.standing().visitorBand == 3)
        let told = try #require(try await day.books.insights(of: day.world.id("ada"))?.value)
        #expect(told.commissions.map(\.epoch) == ["2026-W06"] && told.commissions.map(\.amount) == [333 * 6])
        #expect(told.visitors.last?.epoch == "2026-02-15")
    }

    @Test func `a monthly tick inside a week that days had begun is made once`() async throws {
        // Thursday, the fifth of February, is the monthly tick; the week ends on Sunday.
        let town = try await EpochWorld.town(friends: 60)
        for number in 0..<60 {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number), at: "2026-01-20T09:00:00Z", order: "o\(number)", shop: "ada",
                waiting: false)
        }
        try await town.wait(days: 17)
        try #require(try await town.standing().buyerBands.count == 1)
        let week = try await weekly(town)
        try await week.wait(days: 7)
        #expect(try await week.epochs.released()?.size == .week)
        #expect(try await week.standing().buyerBands.count == 1)
    }

    @Test func `records that tell no size of their epochs are read`() throws {
        var writer = RecordWriter()
        writer.put(UInt8(1))
        writer.put([(Int64(20_473), [UInt64(7)])]) { writer, epoch in
            writer.put(epoch.0)
            writer.put(epoch.1) { $0.put($1) }
        }
        var visits = try Visits(writer.bytes.span)
        #expect(try visits.take(through: World.instant("2026-01-20T23:59:59Z")).isEmpty)
        #expect(try visits.take(through: World.instant("2026-01-21T00:00:00Z")) == [PersonID(rawValue: 7)])
        #expect(TimeBucket(unsizedEpoch: 2_924).description == "2026-W03")
    }
}
