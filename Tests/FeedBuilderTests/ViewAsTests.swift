import Disclosure
import Domain
import FeedBuilder
import FriendShops
import PolicyEngine
import SampleWorld
import Testing

struct ViewAsTests {
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
        for good in ["tea-1", "bread-1", "pill-1", "ball-2"] {
            try await world.buy(good, by: "ada", at: "2026-01-10T09:30:00Z")
        }
        try await world.setItem("bread-1", of: "ada", to: .atMost(.closeFriends))
        try await world.shops.setFront(.init(name: "Ada's", sign: "Tea", line: nil, isOpen: true), of: world.id("ada"))
        try await world.shops.pick(World.product("tea-2"), slot: 1, of: world.id("ada"))
        try world.now("2026-02-05T00:00:00Z")
        return world
    }

    @Test(arguments: [
        ("ben", ViewAs.audience(.closeFriends)), ("cleo", .audience(.friends)), ("dan", .audience(.friendsOfFriends)),
        ("eva", .audience(.everyone)),
    ])
    func `what an owner sees as somebody is what that somebody gets`(viewer: String, audience: ViewAs) async throws {
        let world = try await world()
        let ada = try await world.id("ada")
        let handle = try World.handle("ada")
        let person = try await world.id(viewer)
        var views = [audience]
        if ["ben", "cleo"].contains(viewer) { views.append(.friend(try World.handle(viewer))) }
        let request = PageRequest(limit: 50)
        let real = try await World.text(world.purchases(of: "ada", for: viewer))
        let activity = try await World.text(world.feed.shopActivity(of: handle, for: person, request).value.items)
        let shop = try #require(try await world.feed.shop(of: handle, for: person)).value
        #expect(!real.isEmpty && activity.count == 2 && shop.picks.count == 1)
        for view in views {
            let own = try #require(try await world.feed.ownPurchases(of: ada, as: view, request)).value
            #expect(try World.text(own.items) == real)
            let ownActivity = try #require(try await world.feed.ownActivity(of: ada, as: view, request)).value
            #expect(try World.text(ownActivity.items) == activity)
            let ownShop = try #require(try await world.feed.ownShop(of: ada, as: view)).value
            #expect(ownShop.picks.map(\.product) == shop.picks.map(\.product) && ownShop.sign == shop.sign)
        }
    }

    @Test func `who is no friend of the owner's cannot be looked through`() async throws {
        let world = try await world()
        let ada = try await world.id("ada")
        for name in ["dan", "eva", "nemo"] {
            let view = ViewAs.friend(try World.handle(name))
            #expect(try await world.feed.ownPurchases(of: ada, as: view, PageRequest())?.value.policy == nil)
            #expect(try await world.feed.ownShop(of: ada, as: view)?.value.name == nil)
        }
    }

    @Test func `a friend who sees from a certain day on is looked through as such`() async throws {
        let world = try await world()
        let friend = try World.handle("cleo")
        try await world.apply(
            VisibilityPatch(friendsSeeFrom: [friend: World.instant("2026-02-01T00:00:00Z")]), to: "ada")
        let page = try #require(
            try await world.feed.ownPurchases(of: world.id("ada"), as: .friend(friend), PageRequest()))
        #expect(page.value.items.isEmpty)
        #expect(try await world.purchases(of: "ada", for: "cleo").isEmpty)
    }
}
