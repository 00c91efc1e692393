import Disclosure
import Domain
import FeedBuilder
import FriendShops
import PolicyEngine
import SampleWorld
import Testing
import VitrineTesting

/// What was made before a narrowing and is handed over after it.
struct NarrowingTests {
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo", "dan")
        try await world.befriend("ada", "ben")
        try await world.befriend("cleo", "ben")
        try await world.share("ada", since: World.start, [(.closeFriends, .ordinary, .full)])
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try world.now("2026-02-05T00:00:00Z")
        return world
    }

    private static let narrowings: [@Sendable (World) async throws -> Void] = [
        { try await $0.setItem("tea-1", of: "ada", to: .hidden) },
        { try await $0.unfriend("ada", "ben") },
        { try await $0.block("ben", by: "ada") },
        { try await $0.apply(VisibilityPatch(consent: .init(sharing: .off)), to: "ada") },
        { try await $0.remove("ada") },
        { try await $0.put("ada", minor: true) },
        { try await $0.point.intake.remove(World.key("tea-1")) },
        { try await $0.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z", isReturned: true) },
        { try await $0.point.catalogue.remove(World.product("tea-1")) },
    ]

    @Test(arguments: narrowings.indices)
    func `no page made before a narrowing is let through after it`(number: Int) async throws {
        let world = try await world()
        let ben = try await world.id("ben")
        let page = try await world.feed.feed(of: ben, PageRequest())
        #expect(page.value.items.count == 1)
        let item = try #require(try await world.feed.item(page.value.items[0].id, for: ben))
        #expect(world.point.gate.admit(page) != nil)
        try await Self.narrowings[number](world)
        #expect(world.point.gate.admit(page) == nil)
        #expect(world.point.gate.admit(item) == nil)
        let again = try await world.feed.feed(of: ben, PageRequest())
        #expect(again.value.items.isEmpty)
        #expect(world.point.gate.admit(again) != nil)
        #expect(try await world.feed.item(page.value.items[0].id, for: ben) == nil)
    }

    @Test func `a change of somebody who is not on the page does not stop it`() async throws {
        let world = try await world()
        let page = try await world.feed.feed(of: world.id("ben"), PageRequest())
        try await world.share("dan")
        #expect(world.point.gate.admit(page) != nil)
    }

    @Test func `who is named by a purchase is concerned as well`() async throws {
        let world = try await world()
        try await world.makeClose("ben", to: "ada")
        try await world.shops.setFront(.init(name: "Dan's", sign: nil, line: nil, isOpen: true), of: world.id("dan"))
        try await world.buy("tea-2", by: "ada", at: "2026-02-04T12:00:00Z", shop: "dan")
        world.clock.advance(bySeconds: 60)
        let page = try await world.feed.feed(of: world.id("ben"), PageRequest())
        #expect(page.value.items.first?.boughtAt?.handle == "dan")
        try await world.shops.setFront(.init(name: "Dan's", sign: nil, line: nil, isOpen: false), of: world.id("dan"))
        #expect(world.point.gate.admit(page) == nil)
        #expect(try await world.feedItems(of: "ben").allSatisfy { $0.boughtAt == nil })
    }

    @Test func `a friend in common who breaks the link is concerned as well`() async throws {
        let world = try await World()
        try await world.put("ada", "cleo", "dan")
        try await world.befriend("ada", "cleo")
        try await world.befriend("cleo", "dan")
        let levels: [(Audience, Tier, Level)] = [
            (.friends, .ordinary, .category), (.friendsOfFriends, .ordinary, .category),
        ]
        try await world.share("ada", since: World.start, levels)
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try world.now("2026-02-05T00:00:00Z")
        let page = try await world.feed.purchases(of: World.handle("ada"), for: world.id("dan"), PageRequest())
        #expect(page.value.items.count == 1)
        try await world.unfriend("cleo", "dan")
        #expect(world.point.gate.admit(page) == nil)
        #expect(try await world.purchases(of: "ada", for: "dan").isEmpty)
    }
}
