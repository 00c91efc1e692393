import Disclosure
import Domain
import SampleWorld
import Testing
import VitrineTesting

struct TickTests {
    @Test func `visitors are released at the tick and never before it`() async throws {
        let town = try await EpochWorld.town(friends: 60)
        try await town.visits(by: 0..<60)
        let before = try await town.sight(of: "ada")
        town.world.clock.advance(bySeconds: 13 * 3600 + 59 * 60 + 59)
        try await town.epochs.catchUp()
        #expect(try await town.sight(of: "ada") == before)
        #expect(try await town.standing().visitorBand == 0)
        town.world.clock.advance(bySeconds: 1)
        try await town.epochs.catchUp()
        #expect(try await town.standing().visitorBand == 3)
        #expect(try await town.sight(of: "ada") != before)
    }

    @Test func `a visitor counts once in an epoch, however often`() async throws {
        let town = try await EpochWorld.town(friends: 9)
        for _ in 0..<50 {
            try await town.visits(by: 0..<9)
            try await town.epochs.flush()
        }
        try await town.wait(days: 1)
        let many = try await town.standing().visitorBand
        let twin = try await town.twin(friends: 9)
        try await twin.visits(by: 0..<9)
        try await twin.wait(days: 1)
        #expect(many <= 1)
    }

    @Test func `missed ticks are made up once, in order, and come to the same`() async throws {
        let town = try await EpochWorld.town(friends: 40)
        for _ in 0..<5 {
            try await town.visits(by: 0..<40)
            try await town.epochs.flush()
            town.world.clock.advance(bySeconds: EpochWorld.day)
        }
        #expect(try await town.epochs.catchUp() == 5)
        #expect(try await town.epochs.catchUp() == 0)
        let bands = try await town.standing().visitorBands
        #expect(bands.suffix(5).allSatisfy { $0 > 0 } && bands.count == 5)
        let reopened = EpochWorld(try await town.world.reopened())
        #expect(try await reopened.standing() == town.standing())
        #expect(try await reopened.epochs.released() == town.epochs.released())
        #expect(try await reopened.epochs.catchUp() == 0)
    }

    @Test func `a clock that goes back releases nothing and reopens nothing`() async throws {
        let town = try await EpochWorld.town(friends: 40)
        try await town.visits(by: 0..<40)
        try await town.wait(days: 1)
        let standing = try await town.standing()
        town.world.clock.advance(bySeconds: -3 * EpochWorld.day)
        try await town.visits(by: 0..<40)
        #expect(try await town.epochs.catchUp() == 0)
        #expect(try await town.standing() == standing)
        town.world.clock.advance(bySeconds: 3 * EpochWorld.day)
        #expect(try await town.epochs.catchUp() == 0)
        try await town.wait(days: 1)
        // What was noted while the clock was wrong counts in the epoch that was open.
        #expect(try await town.standing().visitorBands.suffix(2).allSatisfy { $0 > 0 })
    }

    @Test func `a tick whose write fails is made again to the same end`() async throws {
        let town = try await EpochWorld.town(friends: 40)
        try await town.visits(by: 0..<40)
        try await town.epochs.flush()
        let before = town.world.records.all
        town.world.clock.advance(bySeconds: EpochWorld.day)
        town.world.records.refuseNextCommit()
        await #expect(throws: (any Error).self) { try await town.epochs.catchUp() }
        #expect(town.world.records.all == before)
        #expect(try await town.standing().visitorBand == 0)
        let again = EpochWorld(try await town.world.reopened())
        #expect(try await again.epochs.catchUp() == 1)
        #expect(try await again.standing().visitorBand > 1)
    }

    @Test func `strangers, new friends, minors and whoever is in private mode do not count`() async throws {
        let town = try await EpochWorld.town(friends: 0)
        try await town.settle(names: (0..<40).map { "new\($0)" })
        for number in 0..<40 { try await town.visit("new\(number)") }
        try await town.wait(days: 1)
        #expect(try await town.standing().visitorBand == 0)
        try await town.wait(days: 14)
        for number in 0..<40 { try await town.visit("new\(number)") }
        try await town.wait(days: 1)
        #expect(try await town.standing().visitorBand > 0)
        for number in 0..<40 { try await town.world.unfriend("new\(number)", "ada") }
        for number in 0..<40 { try await town.visit("new\(number)") }
        try await town.wait(days: 1)
        #expect(try await town.standing().visitorBand == 0)
    }

    @Test func `a person who is erased leaves nothing that counts`() async throws {
        let town = try await EpochWorld.town(friends: 40)
        try await town.visits(by: 0..<40)
        try await town.epochs.flush()
        for number in 0..<40 { try await town.world.remove(EpochWorld.name(number)) }
        try await town.wait(days: 1)
        #expect(try await town.standing().visitorBand == 0)
        try await town.world.remove("ada")
        #expect(town.world.records.all.count <= 5)
    }
}
