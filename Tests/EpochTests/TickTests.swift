import Domain
import PolicyEngine
import SampleWorld
import Testing
import VitrineTesting

@testable import Disclosure

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

    @Test func `ticks that are asked for many times at once are made once`() async throws {
        let town = try await EpochWorld.town(friends: 40)
        try await town.visits(by: 0..<40)
        town.world.clock.advance(bySeconds: 3 * EpochWorld.day)
        let (epochs, writes) = (town.epochs, town.world.point.vault.writes)
        await writes.acquire()
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 { group.addTask { _ = try await epochs.catchUp() } }
            // All of them find three ticks due before one is made.
            for _ in 0..<1_000 { await Task.yield() }
            writes.release()
            try await group.waitForAll()
        }
        let bands = try await town.standing().visitorBands
        #expect(bands.count == 3 && bands[0] > 0 && bands.dropFirst() == [0, 0])
        #expect(try await town.epochs.released()?.description == "2026-01-22")
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

    @Test func `strangers, new friends and minors do not count`() async throws {
        let town = try await EpochWorld.town(friends: 0)
        let names = (0..<40).map { "new\($0)" }
        func band() async throws -> UInt8 {
            for name in names { try await town.visit(name) }
            try await town.wait(days: 1)
            return try await town.standing().visitorBand
        }
        try await town.settle(names: names)
        #expect(try await band() == 0)
        try await town.wait(days: 14)
        #expect(try await band() > 0)
        for name in names { try await town.world.put(name, minor: true) }
        #expect(try await band() == 0)
        for name in names { try await town.world.put(name) }
        #expect(try await band() > 0)
        for name in names { try await town.world.unfriend(name, "ada") }
        #expect(try await band() == 0)
    }

    @Test func `friends of today would count without an age`() async throws {
        let town = try await EpochWorld.town(friends: 0, rules: CountsNewFriends())
        let names = (0..<40).map { "new\($0)" }
        try await town.settle(names: names)
        for name in names { try await town.visit(name) }
        try await town.wait(days: 1)
        #expect(try await town.standing().visitorBand > 0)
    }

    @Test func `a look in private mode is no visit, and one before it is`() async throws {
        let town = try await EpochWorld.town(friends: 40)
        func look() async throws {
            let ada = try await town.world.id("ada")
            for number in 0..<40 {
                let visitor = try await town.world.id(EpochWorld.name(number))
                if try await town.world.point.reading(for: visitor).isVisit(to: ada) {
                    town.epochs.note(visitor: visitor, at: ada)
                }
            }
        }
        func setPrivate(_ isOn: Bool) async throws {
            for number in 0..<40 {
                let mode: ConsentChange.PrivateMode = isOn ? .until(nil) : .off
                try await town.world.apply(
                    VisibilityPatch(consent: ConsentChange(privateMode: mode)), to: EpochWorld.name(number))
            }
        }
        try await look()
        try await setPrivate(true)
        try await town.wait(days: 1)
        #expect(try await town.standing().visitorBand > 0)
        try await look()
        try await setPrivate(false)
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
