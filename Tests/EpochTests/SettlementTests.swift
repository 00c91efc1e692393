import Domain
import FriendShops
import PolicyEngine
import SampleWorld
import Testing
import VitrineTesting

@testable import Disclosure

struct SettlementTests {
    private func buy(
        _ town: EpochWorld, _ numbers: Range<Int>, at moment: String, total: Int64 = 1_001, isReturned: Bool = false,
        prefix: String = "o"
    ) async throws {
        for number in numbers {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number), at: moment, order: "\(prefix)\(number)", total: total,
                shop: "ada", isReturned: isReturned, waiting: false)
        }
    }

    private func totals(_ town: EpochWorld) async throws -> [Int64] {
        try await town.standing().settlements.map(\.total.minorUnits)
    }

    @Test func `commission is one exact total, and what is left over counts next time`() async throws {
        let town = try await EpochWorld.town(friends: 6, knowing: 6)
        try await buy(town, 0..<6, at: "2026-01-20T09:00:00Z")
        try await town.wait(days: 20)
        // 6 · 1001 · 333 ten-thousandths are 199 cents and 9,998 parts.
        #expect(try await totals(town) == [199])
        try await buy(town, 0..<6, at: "2026-02-09T09:00:00Z", total: 500, prefix: "p")
        try await town.wait(days: 30)
        // 6 · 500 · 333 are 99 cents and 9,000 parts; with what was left 100 cents.
        #expect(try await totals(town) == [199, 100])
    }

    @Test func `less than a unit is no total, and counts next time`() async throws {
        let town = try await EpochWorld.town(friends: 6, knowing: 6)
        // 6 · 5 · 333 are 9,990 ten-thousandths.
        try await buy(town, 0..<6, at: "2026-01-20T09:00:00Z", total: 5)
        try await town.wait(days: 20)
        #expect(try await totals(town) == [])
        try await buy(town, 0..<6, at: "2026-02-09T09:00:00Z", total: 5, prefix: "p")
        try await town.wait(days: 30)
        #expect(try await totals(town) == [1])
    }

    @Test func `fewer buyers than a crowd are carried over`() async throws {
        let town = try await EpochWorld.town(friends: 6, knowing: 6)
        try await buy(town, 0..<3, at: "2026-01-20T09:00:00Z")
        try await town.wait(days: 20)
        #expect(try await totals(town) == [])
        try await buy(town, 3..<6, at: "2026-02-09T09:00:00Z")
        try await town.wait(days: 30)
        #expect(try await totals(town) == [199])
    }

    @Test func `a return before the settlement takes the sale out, one after it is netted`() async throws {
        let town = try await EpochWorld.town(friends: 12, knowing: 12)
        try await buy(town, 0..<12, at: "2026-01-20T09:00:00Z", total: 10_000)
        try await buy(town, 0..<1, at: "2026-01-20T09:00:00Z", total: 10_000, isReturned: true)
        try await town.wait(days: 20)
        #expect(try await totals(town) == [333 * 11])
        try await buy(town, 1..<7, at: "2026-01-20T09:00:00Z", total: 10_000, isReturned: true)
        try await buy(town, 0..<12, at: "2026-02-09T09:00:00Z", total: 10_000, prefix: "p")
        try await town.wait(days: 30)
        #expect(try await totals(town) == [333 * 11, 333 * 6])
    }

    @Test func `the books show totals without lines`() async throws {
        let town = try await EpochWorld.town(friends: 6, knowing: 6)
        try await buy(town, 0..<6, at: "2026-01-20T09:00:00Z")
        try await town.wait(days: 20)
        let told = try #require(try await town.books.insights(of: town.world.id("ada"))?.value.commissions)
        #expect(told.map(\.amount) == [199] && told.map(\.currency) == ["EUR"])
        #expect(told.map(\.epoch) == ["2026-02-04"])
    }

    @Test func `a buyer who is erased moves no total, as none who blocks the owner does`() async throws {
        for isErased in [true, false] {
            let town = try await EpochWorld.town(friends: 12, knowing: 12)
            try await buy(town, 0..<12, at: "2026-01-20T09:00:00Z", total: 10_000)
            try await town.wait(days: 20)
            func leave(_ number: Int) async throws {
                let name = EpochWorld.name(number)
                if isErased { try await town.world.remove(name) } else { try await town.world.block("ada", by: name) }
            }
            try await leave(0)
            #expect(try await totals(town) == [333 * 12])
            // What waits for its settlement goes with its buyer, and was never anybody's.
            try await buy(town, 1..<12, at: "2026-02-09T09:00:00Z", total: 10_000, prefix: "p")
            try await leave(1)
            let again = EpochWorld(try await town.world.reopened())
            try await again.wait(days: 30)
            #expect(try await totals(again) == [333 * 12, 333 * 10])
        }
    }

    @Test func `a return that waits to be netted is netted although its buyer is erased`() async throws {
        let town = try await EpochWorld.town(friends: 12, knowing: 12)
        try await buy(town, 0..<12, at: "2026-01-20T09:00:00Z", total: 10_000)
        try await town.wait(days: 20)
        try await buy(town, 0..<1, at: "2026-01-20T09:00:00Z", total: 10_000, isReturned: true)
        try await town.world.remove(EpochWorld.name(0))
        try await buy(town, 1..<12, at: "2026-02-09T09:00:00Z", total: 10_000, prefix: "p")
        try await town.wait(days: 30)
        #expect(try await totals(town) == [333 * 12, 333 * 10])
    }

    @Test func `a purchase that is told again as it was changes no total`() async throws {
        let town = try await EpochWorld.town(friends: 6, knowing: 6)
        try await buy(town, 0..<6, at: "2026-01-20T09:00:00Z", total: 10_000)
        try await town.wait(days: 20)
        try await buy(town, 0..<6, at: "2026-01-20T09:00:00Z", total: 10_000, isReturned: true)
        try await buy(town, 0..<6, at: "2026-01-20T09:00:00Z", total: 10_000)
        try await town.wait(days: 30)
        #expect(try await totals(town) == [333 * 6])
    }

    @Test func `what is kept no longer was not taken back`() async throws {
        let town = try await EpochWorld.town(friends: 12, knowing: 12)
        try await buy(town, 0..<12, at: "2026-01-20T09:00:00Z", total: 10_000)
        try await town.wait(days: 20)
        let vault = town.world.point.vault
        for number in 0..<6 {
            let person = try await town.world.id(EpochWorld.name(number))
            try await vault.write { transaction in
                let head = try #require(try await transaction.head(of: person))
                _ = try await town.world.point.intake.removeAll(
                    of: head, before: World.instant("2026-02-01T00:00:00Z"), transaction)
            }
        }
        try await buy(town, 0..<12, at: "2026-02-09T09:00:00Z", total: 10_000, prefix: "p")
        try await town.wait(days: 30)
        #expect(try await totals(town) == [333 * 12, 333 * 12])
    }

    @Test func `a good earns its own rate, that of the day it was bought, and the policy's where it names none`()
        async throws
    {
        let town = try await EpochWorld.town(friends: 12, knowing: 12)
        func rate(_ value: Int?) async throws {
            var entry = try SampleCatalogue.entry("tea-1", category: "fb-1-2", price: 500)
            entry.commissionRate = value.flatMap { BasisPoints($0) }
            try await town.world.point.catalogue.put([entry])
        }
        try await rate(1_000)
        try await buy(town, 0..<6, at: "2026-01-20T09:00:00Z", total: 10_000)
        try await rate(0)
        try await buy(town, 6..<12, at: "2026-01-20T09:00:00Z", total: 10_000)
        try await rate(nil)
        try await town.wait(days: 20)
        #expect(try await totals(town) == [1_000 * 6])
        // Returns come off at the rate at which they were earned.
        try await buy(town, 0..<1, at: "2026-01-20T09:00:00Z", total: 10_000, isReturned: true)
        try await buy(town, 0..<12, at: "2026-02-09T09:00:00Z", total: 10_000, prefix: "p")
        try await town.wait(days: 30)
        #expect(try await totals(town) == [1_000 * 6, 333 * 12 - 1_000])
    }

    @Test func `a correction after the settlement counts its buyer in no second month, and is netted`() async throws {
        for isSettled in [true, false] {
            // Of fewer than k buyers what they bought was counted, and is carried over.
            let town = try await EpochWorld.town(friends: 66, knowing: isSettled ? 6 : 4, rules: Noiseless())
            try await buy(town, 0..<66, at: "2026-01-20T09:00:00Z", total: 10_000)
            try await town.wait(days: 20)
            #expect(try await town.standing().buyerBands == [3])
            #expect(try await totals(town) == (isSettled ? [333 * 6] : []))
            try await buy(town, 0..<66, at: "2026-01-20T09:00:00Z", total: 20_000)
            try await buy(town, 0..<66, at: "2026-01-20T09:00:00Z", total: 30_000)
            try await town.wait(days: 30)
            #expect(try await town.standing().buyerBands == [3, 0])
            #expect(try await totals(town) == (isSettled ? [333 * 6, 333 * 6 * 2] : []))
        }
    }

    @Test func `sales of the first version are read, and what was settled then is never taken back`() throws {
        let stages: [Sale.Stage] = [.waiting, .carried, .settled, .reversing]
        let sales = try stages.enumerated().map { index, stage in
            Sale(
                shop: PersonID(rawValue: 9), nonce: UInt64(index + 1), product: 3, total: try World.euros(500),
                basisPoints: 333, due: 20_000, stage: stage)
        }
        var first = sales.encoded()
        #expect(try [Sale](first.span) == sales)
        first[0] = 1
        // Hidden purchases were part of what was settled, and it is not known which.
        #expect(try [Sale](first.span).map(\.stage) == [.waiting, .carried, .unpaid])
    }

    @Test func `what standings of an earlier version carried over is dropped`() throws {
        var standing = BoardStanding()
        standing.remainders = ["EUR": -333]
        var bytes = standing.encoded()
        #expect(try BoardStanding(bytes.span) == standing)
        bytes[0] = 2
        #expect(try BoardStanding(bytes.span).remainders.isEmpty)
    }
}
