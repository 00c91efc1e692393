import Disclosure
import Domain
import FeedBuilder
import FriendShops
import PolicyEngine
import SampleWorld
import Storage
import Testing
import VitrineTesting

/// What was exposed before, and is shown again.
struct ExposureTests {
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo")
        try await world.befriend("ada", "ben")
        try await world.befriend("ada", "cleo")
        try await world.makeClose("ben", to: "ada")
        try await world.share(
            "ada", since: World.start, [(.closeFriends, .ordinary, .full), (.friends, .ordinary, .category)])
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try world.now("2026-02-05T00:00:00Z")
        return world
    }

    @Test func `who is renamed has the new name on everything`() async throws {
        let world = try await world()
        #expect(try await world.feedItems(of: "ben").map(\.actor.name) == ["Ada"])
        let fault = try await world.point.people.put([
            People.Profile(handle: try World.handle("ada"), name: "Countess", zone: .utc, isMinor: false)
        ])
        #expect(fault.isEmpty)
        #expect(try await world.feedItems(of: "ben").map(\.actor.name) == ["Countess"])
    }

    @Test func `what the catalogue says now is what is shown`() async throws {
        let world = try await world()
        let before = try await World.text(world.feedItems(of: "cleo"))
        #expect(before.count == 1)
        try await world.point.catalogue.replaceTaxonomy(
            SampleCatalogue.categories.map { draft in
                var draft = draft
                draft.name = LocalizedText(en: "Renamed \(draft.id)", zh: nil)
                return draft
            })
        let after = try await World.text(world.feedItems(of: "cleo"))
        #expect(after.count == 1)
        #expect(after[0].contains("Renamed"))
    }

    @Test func `what a close friend sees is not what a friend is shown`() async throws {
        let world = try await world()
        for _ in 0..<2 {
            let close = try await World.text(world.feedItems(of: "ben"))
            let other = try await World.text(world.feedItems(of: "cleo"))
            #expect(close.count == 1)
            #expect(other.count == 1)
            #expect(close[0].contains("tea-1"))
            #expect(!other[0].contains("tea-1"))
        }
    }

    @Test func `a pick is shown as bought to those alone who see the purchase`() async throws {
        let world = try await world()
        try await world.shops.setFront(.init(name: "Ada's", sign: nil, line: nil, isOpen: true), of: world.id("ada"))
        try await world.shops.pick(World.product("tea-1"), slot: 1, of: world.id("ada"))
        world.clock.advance(bySeconds: 60)
        for _ in 0..<2 {
            for (name, bought) in [("ben", true), ("cleo", nil)] {
                let pick = try #require(try await world.feedItems(of: name).first { $0.kind == "pick" })
                #expect(pick.bought == bought, "\(name)")
            }
        }
    }
}
