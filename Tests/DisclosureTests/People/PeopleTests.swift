import Domain
import PolicyEngine
import SampleWorld
import Testing

@testable import Disclosure

struct PeopleTests {
    /// Ada shares with her friend ben; a tea of January is released.
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo")
        try await world.befriend("ada", "ben")
        try await world.share("ada", since: World.start)
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try world.now("2026-02-06T00:00:00Z")
        return world
    }

    @Test func `a handle used again is a new person`() async throws {
        let world = try await world()
        let first = try await world.id("ada")
        try await world.remove("ada")
        #expect(try await world.point.people.find(World.handle("ada")) == nil)
        try await world.put("ada")
        let second = try await world.id("ada")
        #expect(first != second)
        #expect(try await world.ledger(of: "ada").isEmpty)
        #expect(try await world.point.visibility.settings(of: second)?.sharing.on == false)
        #expect(try await world.point.visibility.settings(of: second)?.friendsSeeFrom.isEmpty == true)
        #expect(try await world.feedItems(of: "ben").isEmpty)
        #expect(try await world.reopened().id("ada") == second)
    }

    @Test func `unfriending forgets the friend in every list, and befriending again starts afresh`() async throws {
        let world = try await world()
        try await world.makeClose("ben", to: "ada")
        try await world.apply(
            VisibilityPatch(friendsSeeFrom: [World.handle("ben"): Instant(seconds: 0)]), to: "ada")
        #expect(try await world.feedItems(of: "ben").count == 1)
        try await world.unfriend("ben", "ada")
        let ada = try await world.id("ada")
        #expect(try await world.point.visibility.settings(of: ada)?.closeFriends.isEmpty == true)
        #expect(try await world.feedItems(of: "ben").isEmpty)
        try await world.befriend("ada", "ben")
        let settings = try #require(try await world.point.visibility.settings(of: ada))
        #expect(settings.closeFriends.isEmpty)
        #expect(settings.friendsSeeFrom == ["ben": "2026-02-06T00:00:00Z"])
        #expect(try await world.purchases(of: "ada", for: "ben").isEmpty)
    }

    @Test func `coming into minority or out of it resets sharing to off`() async throws {
        let world = try await world()
        let ada = try await world.id("ada")
        #expect(try await world.feedItems(of: "ben").count == 1)
        try await world.put("ada", minor: true)
        #expect(try await world.feedItems(of: "ben").isEmpty)
        #expect(try await world.point.visibility.settings(of: ada)?.sharing.on == false)
        await #expect(throws: VisibilityError.consent(.minor)) { try await world.share("ada") }
        try await world.put("ada", minor: false)
        #expect(try await world.point.visibility.settings(of: ada)?.sharing.on == false)
        #expect(try await world.feedItems(of: "ben").isEmpty)
    }

    @Test func `somebody put again as they are changes nothing`() async throws {
        let world = try await world()
        let before = world.records.all
        try await world.put("ada", "ben", "cleo")
        #expect(world.records.all == before)
        #expect(try await world.point.people.all().count == 3)
    }

    @Test func `what cannot be done is said, and the rest is done`() async throws {
        let world = try await world()
        let pairs = try [("ada", "ada"), ("ada", "nemo"), ("ada", "cleo")].map {
            (try World.handle($0.0), try World.handle($0.1))
        }
        #expect(try await world.point.people.befriend(pairs) == [0: .samePerson, 1: .unknownPerson])
        #expect(try await world.point.people.unfriend(pairs) == [0: .samePerson, 1: .unknownPerson])
        let names = ["", "  ", "a\u{202E}b", "a\u{7}b", String(repeating: "x", count: 81)]
        let profiles = try names.map {
            People.Profile(handle: try World.handle("dan"), name: $0, zone: .utc, isMinor: false)
        }
        #expect(try await world.point.people.put(profiles).count == names.count)
        #expect(try await world.point.people.find(World.handle("dan")) == nil)
    }
}
