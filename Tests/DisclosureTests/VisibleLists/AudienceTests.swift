import Disclosure
import Domain
import FeedBuilder
import FriendShops
import PolicyEngine
import SampleWorld
import Testing

struct AudienceTests {
    /// Ada's tea of January.
    ///
    /// Ben is a close friend, cleo a friend, dan a friend of cleo's, eva nobody's.
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo", "dan", "eva")
        try await world.befriend("ada", "ben")
        try await world.befriend("ada", "cleo")
        try await world.befriend("cleo", "dan")
        try await world.makeClose("ben", to: "ada")
        try await world.share(
            "ada", since: World.start,
            [
                (.closeFriends, .ordinary, .full), (.friends, .ordinary, .product),
                (.friendsOfFriends, .ordinary, .category), (.everyone, .ordinary, .hint),
            ])
        try await world.buy("tea-1", by: "ada", at: "2026-01-10T09:30:00Z", total: 990)
        try world.now("2026-02-05T00:00:00Z")
        return world
    }

    @Test(arguments: [
        ("ben", "exact tea-1, 2026-01-10T09:30:00Z, 990, ×1"), ("cleo", "exact tea-1, 2026-W02, 0–999"),
        ("dan", "category fb-1, 2026-01"), ("eva", "department fb, 2026-01"),
    ])
    func `everybody sees what their audience may`(viewer: String, words: String) async throws {
        #expect(try await world().purchases(of: "ada", for: viewer).map(\.words) == [words])
    }

    @Test(arguments: ["ben", "cleo", "dan", "eva"]) func `who is blocked sees nothing`(viewer: String) async throws {
        let world = try await world()
        try await world.block(viewer, by: "ada")
        #expect(try await world.purchases(of: "ada", for: viewer).isEmpty)
        #expect(try await world.feedItems(of: viewer).filter { $0.actor.handle == "ada" }.isEmpty)
    }

    @Test func `a friend in common who blocked one of them is no link`() async throws {
        for blocked in ["dan", "ada"] {
            let world = try await world()
            try await world.block(blocked, by: "cleo")
            #expect(try await world.purchases(of: "ada", for: "dan").map(\.words) == ["department fb, 2026-01"])
        }
    }

    @Test func `only friends are in the feed, and whoever is muted is not`() async throws {
        let world = try await world()
        #expect(try await world.feedItems(of: "dan").isEmpty)
        #expect(try await world.feedItems(of: "cleo").count == 1)
        try await world.apply(VisibilityPatch(mutes: .init(add: [World.handle("ada")])), to: "cleo")
        #expect(try await world.feedItems(of: "cleo").isEmpty)
        #expect(try await world.purchases(of: "ada", for: "cleo").count == 1)
    }

    @Test(arguments: [
        (ItemVisibility.hidden, 0), (.atMost(.closeFriends), 1), (.atMost(.friends), 2),
        (.atMost(.friendsOfFriends), 3),
        (.standard, 4),
    ])
    func `what the owner says of one item holds for farther audiences`(
        visibility: ItemVisibility, seers: Int
    ) async throws {
        let world = try await world()
        try await world.setItem("tea-1", of: "ada", to: visibility)
        for (place, viewer) in ["ben", "cleo", "dan", "eva"].enumerated() {
            #expect(try await world.purchases(of: "ada", for: viewer).count == (place < seers ? 1 : 0))
        }
    }

    @Test func `nobody but the owner sets an item`() async throws {
        let world = try await world()
        let item = try await world.itemID("tea-1", of: "ada")
        for (id, name) in [(item, "ben"), ("it_nonsense", "ada")] {
            await #expect(throws: VisibilityError.unknownItem) {
                try await world.point.visibility.setItem(
                    id, to: .hidden, of: world.id(name), mayWiden: true)
            }
        }
    }

    @Test func `the shop is named to whom it is disclosed, while it is open to them`() async throws {
        let world = try await world()
        try await world.buy("tea-2", by: "ada", at: "2026-01-11T09:30:00Z", shop: "cleo")
        try world.now("2026-02-06T00:00:00Z")
        func words() async throws -> String? { try await world.purchases(of: "ada", for: "ben").first?.words }
        #expect(try await words()?.contains("at cleo") == false)
        try await world.shops.setFront(.init(name: "Cleo's", sign: nil, line: nil, isOpen: true), of: world.id("cleo"))
        #expect(try await words()?.contains("at cleo") == true)
        #expect(try await world.purchases(of: "ada", for: "cleo").allSatisfy { $0.boughtAt == nil })
        try await world.block("ben", by: "cleo")
        #expect(try await words()?.contains("at cleo") == false)
    }
}
