import Domain
import PolicyEngine
import SampleWorld
import Storage
import Testing
import VitrineTesting

@testable import Disclosure

/// What a hold takes with it, and what not.
struct HeldItemsTests {
    private static let opened: [(Audience, Tier, Level)] = [
        (.closeFriends, .ordinary, .full), (.friends, .ordinary, .category), (.friendsOfFriends, .ordinary, .hint),
        (.everyone, .ordinary, .hint),
    ]

    /// Ada's two breads, a tea and a ball, all shown by category; Cleo has a bread too, Dan knows nobody.
    private func world(
        _ levels: [(Audience, Tier, Level)] = RaiseWorlds.levels, classes: [String] = []
    ) async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo", "dan")
        for friend in ["ada", "cleo"] { try await world.befriend(friend, "ben") }
        for owner in ["ada", "cleo"] { try await world.share(owner, since: World.start, levels, classes: classes) }
        for product in ["bread-1", "bread-2", "tea-1", "ball-1"] {
            try await world.buy(product, by: "ada", at: "2026-01-12T10:00:00Z")
        }
        try await world.buy("bread-3", by: "cleo", at: "2026-01-12T10:00:00Z", order: "cleo-3")
        try world.now(RaiseWorlds.shown)
        return world
    }

    @Test func `other forms and other owners stay`() async throws {
        let world = try await world()
        try await world.point.load(RaiseWorlds.policy(raising: "bread 1"))
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "tea-1"])
        #expect(try await world.orders(of: "cleo", for: "ben") == ["cleo-3"])
    }

    @Test func `a form takes in every month`() async throws {
        let world = try await world()
        try await world.buy("bread-4", by: "ada", at: "2026-02-21T10:00:00Z")
        try world.now("2026-03-20T10:00:00Z")
        try await world.point.load(RaiseWorlds.policy(raising: "bread 1"))
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "tea-1"])
    }

    @Test func `what is released during a hold is shown`() async throws {
        let world = try await world()
        try await world.buy("bread-4", by: "ada", at: "2026-02-21T10:00:00Z")
        try await world.point.load(RaiseWorlds.policy(raising: "bread 1"))
        try world.now(RaiseWorlds.ticks[0])
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "bread-4", "tea-1"])
    }

    @Test func `what is not released yet takes nothing with it`() async throws {
        let world = try await world()
        try await world.buy("bread-4", by: "ada", at: "2026-02-21T10:00:00Z")
        try await world.point.load(RaiseWorlds.policy(raising: "bread 4"))
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "bread-1", "bread-2", "tea-1"])
    }

    @Test func `goods that make a form telling raise what it told of`() async throws {
        let levels: [(Audience, Tier, Level)] = [
            (.closeFriends, .ordinary, .full), (.friends, .ordinary, .hint), (.closeFriends, .coarsen, .hint),
            (.friends, .coarsen, .hint),
        ]
        let world = try await world(levels, classes: ["alcohol"])
        try await world.buy("wine-1", by: "ada", at: "2026-01-12T11:00:00Z")
        try world.now("2026-03-10T00:00:00Z")
        let all = ["ball-1", "bread-1", "bread-2", "tea-1", "wine-1"]
        #expect(try await world.orders(of: "ada", for: "ben") == all)
        // Another tea changes nothing; another wine is one too many, and hides the one that Ada bought.
        try await world.point.catalogue.put([SampleCatalogue.entry("tea-7", category: "fb-1-2", price: 500)])
        #expect(try await world.orders(of: "ada", for: "ben") == all)
        try await world.point.catalogue.put([SampleCatalogue.entry("wine-2", category: "fb-1-1", price: 1_500)])
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1"])
        #expect(try await world.reopened().orders(of: "ada", for: "ben") == ["ball-1"])
        try world.now("2026-05-06T00:00:00Z")
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "bread-1", "bread-2", "tea-1"])
    }

    @Test func `raises in a row stack`() async throws {
        let world = try await world()
        try await world.point.load(RaiseWorlds.policy(raising: "bread 1"))
        try world.now("2026-03-10T00:00:00Z")
        try await world.point.catalogue.put([SampleCatalogue.entry("ball-1", category: "hb-1-1", price: 900)])
        try await world.point.catalogue.put([SampleCatalogue.entry("bread-2", category: nil, price: 300)])
        #expect(try await world.orders(of: "ada", for: "ben") == ["tea-1"])
        try await world.buy("bread-5", by: "ada", at: "2026-03-11T10:00:00Z")
        // The first hold has ended; the second, for `bread-2`, has not, and would hold `bread-1` were it shown again.
        try world.now(RaiseWorlds.ticks[1])
        #expect(try await world.orders(of: "ada", for: "ben") == ["bread-5", "tea-1"])
        let again = try await world.reopened()
        #expect(try await again.orders(of: "ada", for: "ben") == ["bread-5", "tea-1"])
        // Both changes of the catalogue are still noted, beside openings; as they are of one day, they are one raise.
        var openings = Openings()
        let noted = NotedOpening.read(try await again.catalogue.raises(), into: &openings)
        #expect(noted.count == 2)
        #expect(again.point.rulebook.raises.count == 1)
        try again.now("2026-05-06T00:00:00Z")
        #expect(try await again.reopened().point.rulebook.raises.isEmpty)
        let now = again.clock.now
        #expect(try await again.catalogue.raises().allSatisfy { $0.raise.until > now })
    }

    @Test func `an exact product takes other purchases of itself only`() async throws {
        let world = try await world([(.closeFriends, .ordinary, .full), (.friends, .ordinary, .product)])
        #expect(try await world.orders(of: "ada", for: "ben").count == 4)
        try await world.point.load(RaiseWorlds.policy(raising: "bread 1"))
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "bread-2", "tea-1"])
    }

    @Test func `an audience that did not see what was raised loses nothing`() async throws {
        let world = try await world(Self.opened)
        // Nobody but friends sees the bread that is raised.
        try await world.setItem("bread-1", of: "ada", to: .atMost(.friends))
        #expect(try await world.orders(of: "ada", for: "dan") == ["ball-1", "bread-2", "tea-1"])
        try await world.point.load(RaiseWorlds.policy(raising: "bread 1"))
        #expect(try await world.orders(of: "ada", for: "dan") == ["ball-1", "bread-2", "tea-1"])
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "tea-1"])
    }

    @Test func `what was hidden by its owner takes nothing with it`() async throws {
        let world = try await world()
        try await world.setItem("bread-1", of: "ada", to: .hidden)
        try await world.point.load(RaiseWorlds.policy(raising: "bread 1"))
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "bread-2", "tea-1"])
    }

    @Test func `becoming coarse is being raised`() async throws {
        let levels: [(Audience, Tier, Level)] = [
            (.closeFriends, .ordinary, .full), (.friends, .ordinary, .product), (.closeFriends, .ownerDecides, .full),
            (.friends, .ownerDecides, .category),
        ]
        let world = try await world(levels, classes: ["fitness"])
        try await world.buy("bread-1", by: "ada", at: "2026-01-12T11:00:00Z", order: "another")
        try world.now("2026-02-28T00:00:00Z")
        #expect(try await world.orders(of: "ada", for: "ben").count == 5)
        try await world.point.load(RaiseWorlds.policy(raising: "bread 1", to: "fitness"))
        // Not one of them shows by category now: that would say of which class they are.
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "bread-2", "tea-1"])
        try world.now("2026-04-05T00:00:00Z")
        #expect(try await world.orders(of: "ada", for: "ben").count == 5)
    }

    @Test func `growing old is no raise`() async throws {
        let world = try await world()
        try world.now("2027-12-20T00:00:00Z")
        try await world.buy("bread-4", by: "ada", at: "2027-12-21T10:00:00Z")
        try world.now("2028-01-20T00:00:00Z")
        // Goods of another kind are raised, and two weeks later what is of January 2026 grows too old.
        try await world.point.load(RaiseWorlds.policy(raising: "soap 1"))
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "bread-1", "bread-2", "bread-4", "tea-1"])
        try world.now("2028-02-20T00:00:00Z")
        #expect(try await world.orders(of: "ada", for: "ben") == ["bread-4"])
    }

    @Test func `a raise that cannot be read any more holds all that was released`() async throws {
        let world = try await world()
        _ = try await world.catalogue.appendRaise(
            StoredRaise(
                at: World.instant("2026-02-19T00:00:00Z"), until: World.instant(RaiseWorlds.ticks[0]), undo: [1, 2, 3]))
        let again = try await world.reopened()
        #expect(try await again.orders(of: "ada", for: "ben").isEmpty)
        try again.now(RaiseWorlds.ticks[0])
        #expect(try await again.orders(of: "ada", for: "ben").count == 4)
    }
}
