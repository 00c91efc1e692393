import Disclosure
import Domain
import FriendShops
import SampleWorld
import Testing
import VitrineTesting

/// Goods chosen from what somebody bought.
struct OriginTests {
    /// A22: two worlds that differ in where a good was chosen from, and all that is served and stored in them.
    private func worlds(isShared: Bool, marking: Bool = false) async throws -> (served: [[String]], sizes: [[Int]]) {
        let first = try await World()
        var served: [[String]] = []
        var sizes: [[Int]] = []
        for isFromPurchase in [false, true] {
            let shop = try await ShopWorld(World(twinOf: first))
            if isShared { try await shop.world.share("ada") }
            try await shop.world.buy("tea-1", by: "ada", at: World.start)
            if isFromPurchase { try await shop.pick(purchase: "tea-1", 2) } else { try await shop.pick("tea-1", 2) }
            if marking {
                let line = isFromPurchase ? "2 was bought" : "2 was found"
                let front = FriendShops.Front(name: "Ada's", sign: nil, line: line, isOpen: true)
                try await shop.world.shops.setFront(front, of: shop.world.id("ada"))
            }
            shop.world.clock.advance(bySeconds: 40 * 86_400)
            served.append(try await shop.bytes())
            sizes.append(shop.world.records.all.values.map(\.bytes.count).sorted())
        }
        return (served, sizes)
    }

    @Test(arguments: [false, true])
    func `goods chosen from what I bought look like goods chosen from the catalogue`(isShared: Bool) async throws {
        let (served, sizes) = try await worlds(isShared: isShared)
        #expect(served[0].joined().contains("tea-1"))
        #expect(served[0] == served[1])
        #expect(sizes[0] == sizes[1])
    }

    @Test func `a shop that kept where goods are from would tell`() async throws {
        let served = try await worlds(isShared: false, marking: true).served
        #expect(served[0] != served[1])
    }

    @Test func `only a purchase of one's own can be picked from`() async throws {
        let shop = try await ShopWorld()
        try await shop.world.buy("tea-1", by: "ben", at: World.start)
        let foreign = try await shop.world.itemID("tea-1", of: "ben")
        for id in [foreign, "it_", "it_AAAAAAAAAAAAAAAAAAAAAA", ""] {
            await #expect(throws: ShopError.unknownPurchase) {
                try await shop.world.shops.pick(.purchase(id), slot: 1, of: shop.world.id("ada"))
            }
        }
    }

    @Test func `goods of a class that may not be picked are refused, whatever the origin`() async throws {
        let shop = try await ShopWorld()
        for good in ["pill-1", "wine-1", "mystery-1"] {
            try await shop.world.buy(good, by: "ada", at: World.start)
            await #expect(throws: ShopError.notPickable) { try await shop.pick(purchase: good, 1) }
            await #expect(throws: ShopError.notPickable) { try await shop.pick(good, 1) }
        }
    }

    @Test func `a purchase is judged by the strictest class it was ever in`() async throws {
        let shop = try await ShopWorld()
        try await shop.put("tea-1", category: "hb-1-1")
        try await shop.world.buy("tea-1", by: "ada", at: World.start)
        // Only with an operator's leave is a good treated less strictly; what was bought before is not.
        try await shop.put("tea-1", allowsLowering: true)
        await #expect(throws: ShopError.notPickable) { try await shop.pick(purchase: "tea-1", 1) }
    }

    @Test func `a purchase whose good is gone or delisted cannot be picked from`() async throws {
        let shop = try await ShopWorld()
        try await shop.world.buy("tea-1", by: "ada", at: World.start)
        try await shop.put("tea-1", isListed: false)
        await #expect(throws: ShopError.delisted) { try await shop.pick(purchase: "tea-1", 1) }
        try await shop.world.point.catalogue.remove(World.product("tea-1"))
        await #expect(throws: ShopError.goneProduct) { try await shop.pick(purchase: "tea-1", 1) }
    }

    @Test func `the badge is for those who see that purchase with its exact product, and is released with it`()
        async throws
    {
        let shop = try await ShopWorld()
        let world = shop.world
        try await world.put("cleo", "dan")
        try await world.befriend("ada", "cleo")
        try await world.makeClose("cleo", to: "ada")
        // Close friends see products by default, friends categories, and others nothing.
        try await world.share("ada")
        try await world.buy("tea-1", by: "ada", at: World.start)
        try await shop.pick(purchase: "tea-1", 1)
        try await shop.pick("tea-2", 2)
        func badges(_ viewer: String) async throws -> [Bool?]? { try await shop.shop(for: viewer)?.picks.map(\.bought) }
        world.clock.advance(bySeconds: 60)
        for viewer in ["ben", "cleo", "dan"] { #expect(try await badges(viewer) == [nil, nil], "\(viewer)") }
        world.clock.advance(bySeconds: 20 * 86_400)
        #expect(try await badges("cleo") == [true, nil])
        #expect(try await badges("ben") == [nil, nil])
        #expect(try await badges("dan") == [nil, nil])
        let items = try await world.feedItems(of: "cleo").filter { $0.kind == "pick" }
        #expect(items.compactMap(\.bought) == [true])
        #expect(try await world.feedItems(of: "ben").allSatisfy { $0.bought == nil })
        try await world.setItem("tea-1", of: "ada", to: .hidden)
        #expect(try await badges("cleo") == [nil, nil])
    }
}
