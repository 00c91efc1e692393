import Domain
import PolicyEngine
import SampleWorld
import Sealing
import Storage
import Testing
import VitrineTesting

@testable import Disclosure

/// Older records in the place of later ones: no epoch is released twice with the same noise and another count (A11, A37).
struct RestoredEpochsTests {
    /// What was released of ada's shop for each epoch, by its name.
    private func watch(_ town: EpochWorld, days: Int, visitors: Int) async throws -> [String: UInt8] {
        var bands: [String: UInt8] = [:]
        for _ in 0..<days {
            try await town.visits(by: 0..<visitors)
            try await town.wait(days: 1)
            guard let epoch = try await town.epochs.released() else { continue }
            bands[epoch.description] = try await town.standing().visitorBand
        }
        return bands
    }

    private func buy(_ town: EpochWorld, _ numbers: Range<Int>, at moment: String, prefix: String) async throws {
        for number in numbers {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number), at: moment, order: "\(prefix)\(number)", total: 10_000,
                shop: "ada", waiting: false)
        }
    }

    @Test func `an epoch that was released is not released again from older records`() async throws {
        let town = try await EpochWorld.town(friends: 60)
        _ = try await watch(town, days: 2, visitors: 60)
        // What is in the backup of days that were released after it was made: a visit of one person fewer.
        try await town.visits(by: 0..<59)
        try await town.epochs.flush()
        let older = town.world.records.all
        let seen = try await watch(town, days: 3, visitors: 60)
        try #require(seen.count == 3 && seen.values.allSatisfy { $0 > 0 })
        let released = try await town.epochs.released()
        town.world.records.putBack(older)
        let again = EpochWorld(try await town.world.reopened())
        #expect(try await again.epochs.catchUp() == 0)
        #expect(try await again.epochs.released() == released)
        let told = try await again.standing()
        // Nothing is told of these days, and they keep their places.
        #expect(told.visitorBands.count == 5 && told.visitorBands.suffix(3) == [0, 0, 0])
        let third = EpochWorld(try await again.world.reopened())
        #expect(try await third.epochs.catchUp() == 0)
        #expect(try await third.standing() == told)
        // What was put back of visits that were counted is not counted again, and what comes after is told as ever.
        #expect(try await watch(third, days: 1, visitors: 0).values.allSatisfy { $0 == 0 })
        let later = try await watch(third, days: 1, visitors: 60)
        #expect(later.values.allSatisfy { $0 > 0 } && Set(later.keys).isDisjoint(with: seen.keys))
    }

    @Test func `older records without the mark beside the keys come to other noise`() async throws {
        let town = try await EpochWorld.town(friends: 12)
        let older = town.world.records.all
        // Many epochs at the edge of a band, so that the noise shows.
        let seen = try await watch(town, days: 40, visitors: 10)
        town.world.records.putBack(older)
        var batch = SealedBatch()
        batch.delete(town.world.keys.address(of: .epochMark))
        try await town.world.keyStore.commit(batch)
        town.world.clock.advance(bySeconds: -40 * EpochWorld.day)
        let again = EpochWorld(try await town.world.reopened(origin: .backup))
        let told = try await watch(again, days: 40, visitors: 10)
        try #require(seen.keys.sorted() == told.keys.sorted() && Set(seen.values).count > 1)
        #expect(seen != told)
    }

    @Test func `a total that was told is no part of a later one from older records`() async throws {
        let town = try await EpochWorld.town(friends: 40, knowing: 6)
        try await buy(town, 0..<20, at: "2026-01-20T09:00:00Z", prefix: "o")
        let older = town.world.records.all
        try await town.wait(days: 20)
        #expect(try await town.standing().settlements.map(\.total.minorUnits) == [333 * 6])
        let bands = try await town.standing().buyerBands
        try #require(bands.last ?? 0 > 0)
        town.world.records.putBack(older)
        let again = EpochWorld(try await town.world.reopened())
        try await again.epochs.catchUp()
        let passed = try await again.standing()
        #expect(passed.buyerBand == 0 && passed.settlements.isEmpty)
        for number in 20..<30 { try await again.letKnow(EpochWorld.name(number)) }
        // With one who bought since, the owner would be told what that one spent by the difference.
        try await buy(again, 20..<21, at: "2026-02-09T09:00:00Z", prefix: "p")
        try await again.wait(days: 31)
        let later = try await again.standing()
        #expect(later.settlements.isEmpty && later.buyerBand == 0)
        // A crowd of others is paid as ever.
        try await buy(again, 21..<30, at: "2026-03-10T09:00:00Z", prefix: "q")
        try await again.wait(days: 31)
        let totals = try await again.standing().settlements.map(\.total.minorUnits)
        #expect(totals == [333 * 10])
    }

    @Test func `a kill between the records and the mark releases the epoch once`() async throws {
        let town = try await EpochWorld.town(friends: 60)
        try await town.visits(by: 0..<60)
        let address = town.world.keys.address(of: .epochMark)
        let mark = try await town.world.keyStore.wraps(at: [address])[0]
        try await town.wait(days: 1)
        let (released, standing) = (try await town.epochs.released(), try await town.standing())
        // The mark as it was before the records were written.
        var batch = SealedBatch()
        batch.put(try #require(mark), at: address)
        try await town.world.keyStore.commit(batch)
        let again = EpochWorld(try await town.world.reopened())
        #expect(try await again.epochs.catchUp() == 0)
        #expect(try await again.epochs.released() == released)
        #expect(try await again.standing() == standing)
        #expect(try await town.world.keyStore.wraps(at: [address])[0] != mark)
    }
}
