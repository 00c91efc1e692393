import Disclosure
import Domain
import FeedBuilder
import FriendShops
import SampleWorld
import Testing
import VitrineTesting

/// What the catalogue does to picked goods.
struct OfferTests {
    private func offers(_ shop: ShopWorld) async throws -> [String] {
        try await shop.world.feedItems(of: "ben").filter { $0.kind == "offer" }.compactMap(\.event)
    }

    @Test func `an exclusive price that fell since the good was picked is activity, until it rises`() async throws {
        let shop = try await ShopWorld()
        try await shop.put("tea-1", exclusive: 450)
        shop.world.clock.advance(bySeconds: 60)
        try await shop.put("tea-1", exclusive: 440)
        shop.world.clock.advance(bySeconds: 60)
        try await shop.pick("tea-1", 1)
        shop.world.clock.advance(bySeconds: 60)
        #expect(try await offers(shop).isEmpty)
        try await shop.put("tea-1", exclusive: 440)
        #expect(try await offers(shop).isEmpty)
        try await shop.put("tea-1", exclusive: 400)
        #expect(try await offers(shop) == ["cheaper"])
        let item = try #require(try await shop.world.feedItems(of: "ben").first { $0.kind == "offer" })
        let text = try shop.text(item)
        #expect(text.contains(#""exclusivePrice":400,"#) && text.contains(#""listPrice":500"#))
        #expect(text.contains(#""saved":100"#))
        #expect(item.time.value == "2026-01-05T10:03:00Z")
        shop.world.clock.advance(bySeconds: 60)
        try await shop.put("tea-1", exclusive: 400)
        #expect(try await offers(shop) == ["cheaper"])
        try await shop.put("tea-1", exclusive: 401)
        #expect(try await offers(shop).isEmpty)
        try await shop.put("tea-1")
        #expect(try await offers(shop).isEmpty)
    }

    /// All records but the mark of how far they have come, which moves with what is noted beside the keys.
    private func personal(_ shop: ShopWorld) -> [Address: SealedBox] {
        shop.world.records.all.filter { $0.key != shop.world.point.recordsMarkAddress }
    }

    @Test(arguments: [false, true])
    func `a delisted good vanishes from every shop and feed, and comes back with the good`(isRemoved: Bool) async throws
    {
        let shop = try await ShopWorld()
        try await shop.pick("tea-1", 1)
        shop.world.clock.advance(bySeconds: 60)
        let (before, records) = (try await shop.bytes(), personal(shop))
        if isRemoved {
            try await shop.world.point.catalogue.remove(World.product("tea-1"))
        } else {
            try await shop.put("tea-1", isListed: false)
        }
        #expect(try await shop.shop()?.picks.isEmpty == true)
        #expect(try await !shop.bytes().joined().contains("tea-1"))
        // Nothing personal was rewritten.
        #expect(personal(shop) == records)
        shop.world.clock.advance(bySeconds: 60)
        try await shop.put("tea-1")
        #expect(try await shop.shop()?.picks.map(\.slot) == [1])
        #expect(try await offers(shop) == ["back"])
        #expect(try await Set(before).isSubset(of: Set(shop.bytes())))
        #expect(personal(shop) == records)
    }

    @Test func `a pick whose class rises vanishes as one that is delisted does`() async throws {
        let first = try await World()
        var served: [[String]] = []
        for isRaised in [false, true] {
            let shop = try await ShopWorld(World(twinOf: first))
            try await shop.pick("tea-1", 1)
            try await shop.pick("tea-2", 2)
            shop.world.clock.advance(bySeconds: 60)
            try await shop.put("tea-1", category: isRaised ? "hb-1-1" : "fb-1-2", isListed: isRaised)
            served.append(try await shop.bytes())
            #expect(try await shop.world.shops.ownShop(of: shop.world.id("ada"))?.picks.map(\.slot) == [2])
        }
        #expect(served[0] == served[1])
        #expect(served[0].joined().contains("tea-2"))
    }

    @Test func `a policy that lets fewer tiers into the window takes what is picked out of it`() async throws {
        let shop = try await ShopWorld()
        try await shop.pick("whey-1", 1)
        try await shop.pick("tea-1", 2)
        let stricter = try SamplePolicy.load(
            replacing: [("pickable: [ordinary, owner-decides]", "pickable: [ordinary]")])
        let again = try await shop.world.reopened(policy: stricter)
        again.clock.advance(bySeconds: 60)
        let seen = try await again.feed.shop(of: World.handle("ada"), for: again.id("ben"))?.value
        #expect(seen?.picks.map(\.slot) == [2])
        #expect(try await !World.text(again.feedItems(of: "ben")).joined().contains("whey-1"))
    }

    @Test func `what is asked elsewhere is shown beside both prices`() async throws {
        let shop = try await ShopWorld()
        var entry = try SampleCatalogue.entry("tea-1", category: "fb-1-2", price: 500)
        entry.exclusivePrice = try World.euros(300)
        entry.references = [try #require(ReferencePrice(seller: "别家", price: World.euros(280)))]
        try await shop.world.point.catalogue.put([entry])
        try await shop.pick("tea-1", 1)
        shop.world.clock.advance(bySeconds: 60)
        let text = try shop.text(try await shop.shop())
        #expect(text.contains(#""references":[{"currency":"EUR","price":280,"seller":"别家"}]"#))
        #expect(text.contains(#""saved":200"#))
        #expect(!text.contains("commission"))
    }

    @Test func `past purchases never become laxer by a change of the catalogue`() async throws {
        let shop = try await ShopWorld()
        let world = shop.world
        try await world.makeClose("ben", to: "ada")
        try await world.share("ada")
        // Bought as a good for health, and as tea; then each is said to be the other.
        try await world.buy("pill-1", by: "ada", at: World.start)
        try await world.buy("tea-1", by: "ada", at: World.start)
        try await world.buy("tea-2", by: "ada", at: World.start)
        world.clock.advance(bySeconds: 100 * 86_400)
        func products() async throws -> [String] {
            try await world.purchases(of: "ada", for: "ben").map { String($0.words.prefix { $0 != "," }) }.sorted()
        }
        #expect(try await products() == ["exact tea-1", "exact tea-2"])
        try await shop.put("pill-1", category: "fb-1-2", allowsLowering: true)
        #expect(try await products() == ["exact tea-1", "exact tea-2"])
        try await shop.put("tea-1", category: "hb-1-1")
        #expect(try await !products().contains("exact tea-1"))
        world.clock.advance(bySeconds: 100 * 86_400)
        try await shop.put("tea-1", category: "fb-1-2", allowsLowering: true)
        try await world.point.catalogue.remove(World.product("pill-1"))
        #expect(try await !products().contains("exact pill-1"))
        #expect(try await world.ledger(of: "ada").first { $0.order == "pill-1" }?.sensitivity.tier == "withhold")
    }
}
