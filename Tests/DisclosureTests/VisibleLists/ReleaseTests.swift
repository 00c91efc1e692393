import Disclosure
import Domain
import PolicyEngine
import SampleWorld
import Testing
import VitrineTesting

struct ReleaseTests {
    /// Ada shares a level of ordinary goods with ben, from the start on.
    private func world(_ level: Level, close: Bool = false) async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        try await world.share(
            "ada", since: World.start, [(.closeFriends, .ordinary, .full), (.friends, .ordinary, level)])
        if close { try await world.makeClose("ben", to: "ada") }
        return world
    }

    @Test func `an item shown by month appears at its month's tick, and not at intake`() async throws {
        let world = try await world(.category)
        try await world.buy("tea-1", by: "ada", at: "2026-01-10T09:30:00Z")
        for moment in ["2026-01-10T09:31:00Z", "2026-02-01T00:00:00Z", "2026-02-04T23:59:59Z"] {
            try world.now(moment)
            #expect(try await world.feedItems(of: "ben").isEmpty)
        }
        try world.now("2026-02-05T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").map(\.words) == ["category fb-1, 2026-01, 0–999"])
    }

    @Test func `an item shown by week appears at its week's tick`() async throws {
        let world = try await world(.product)
        try await world.buy("tea-1", by: "ada", at: "2026-01-10T09:30:00Z")
        try world.now("2026-01-14T23:59:59Z")
        #expect(try await world.feedItems(of: "ben").isEmpty)
        try world.now("2026-01-15T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").map(\.words) == ["exact tea-1, 2026-W02, 0–999"])
    }

    @Test func `an item shown to the minute appears a minute later`() async throws {
        let world = try await world(.full, close: true)
        try world.now("2026-01-10T09:30:30Z")
        try await world.buy("tea-1", by: "ada", at: "2026-01-10T09:30:00Z", quantity: 2)
        #expect(try await world.feedItems(of: "ben").isEmpty)
        try world.now("2026-01-10T09:31:00Z")
        #expect(try await world.feedItems(of: "ben").map(\.words) == ["exact tea-1, 2026-01-10T09:30:00Z, 500, ×2"])
    }

    @Test(arguments: [
        (Level.category, "2026-02-05T00:00:00Z", "2026-03-05T00:00:00Z"),
        (Level.product, "2026-01-15T00:00:00Z", "2026-01-22T00:00:00Z"),
    ])
    func `what comes after its tick waits for the next of its own size`(
        level: Level, tick: String, next: String
    ) async throws {
        let world = try await world(level)
        try world.now(tick)
        try await world.buy("tea-1", by: "ada", at: "2026-01-10T09:30:00Z")
        #expect(try await world.feedItems(of: "ben").isEmpty)
        world.clock.set(try World.instant(next).advanced(bySeconds: -1))
        #expect(try await world.feedItems(of: "ben").isEmpty)
        try world.now(next)
        #expect(try await world.feedItems(of: "ben").count == 1)
    }

    @Test func `an item leaves the feed at the tick at which it is too old`() async throws {
        let world = try await world(.category)
        try await world.buy("tea-1", by: "ada", at: "2026-01-10T09:30:00Z")
        try world.now("2028-02-04T23:59:59Z")
        #expect(try await world.feedItems(of: "ben").count == 1)
        try world.now("2028-02-05T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").isEmpty)
    }

    @Test func `purchases from before sharing began are not shared`() async throws {
        let world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        try world.now("2026-01-09T00:00:00Z")
        try await world.share("ada")
        for (day, good) in [("08", "tea-1"), ("09", "tea-2"), ("10", "bread-1")] {
            try await world.buy(good, by: "ada", at: "2026-01-\(day)T00:00:00Z")
        }
        try world.now("2026-02-05T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").count == 2)
        try await world.apply(
            VisibilityPatch(consent: .init(sharing: .on(since: World.instant("2026-01-10T00:00:00Z")))), to: "ada")
        #expect(try await world.feedItems(of: "ben").map(\.words) == ["category fb-2, 2026-01, 0–999"])
    }

    @Test func `nothing is shared by default`() async throws {
        let world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        try await world.buy("tea-1", by: "ada", at: "2026-01-10T00:00:00Z")
        try world.now("2026-06-01T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").isEmpty)
        #expect(try await world.purchases(of: "ada", for: "ben").isEmpty)
    }

    @Test func `a new friend sees only what is released from then on`() async throws {
        let world = try await world(.category)
        try await world.put("cleo")
        try await world.buy("tea-1", by: "ada", at: "2026-01-06T09:30:00Z")
        try await world.buy("bread-1", by: "ada", at: "2026-01-06T09:30:00Z")
        try world.now("2026-02-05T00:00:01Z")
        try await world.befriend("ada", "cleo")
        try await world.buy("tea-2", by: "ada", at: "2026-02-01T09:30:00Z")
        try world.now("2026-04-01T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").count == 3)
        #expect(try await world.feedItems(of: "cleo").map(\.time.value) == ["2026-02"])
        try await world.apply(VisibilityPatch(friendsSeeFrom: [World.handle("cleo"): Instant(seconds: 0)]), to: "ada")
        #expect(try await world.feedItems(of: "cleo").count == 3)
    }
}
