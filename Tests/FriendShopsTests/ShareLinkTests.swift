import Disclosure
import Domain
import FeedBuilder
import FriendShops
import SampleWorld
import Testing
import VitrineTesting

/// Links to a shop's front.
struct ShareLinkTests {
    /// Ada and Ben are friends, Cleo is a friend of Ben's, Dan knows nobody, and Eve is blocked.
    private func world() async throws -> ShopWorld {
        let shop = try await ShopWorld()
        try await shop.world.put("cleo", "dan", "eve")
        try await shop.world.befriend("ben", "cleo")
        try await shop.world.block("eve", by: "ada")
        try await shop.front("Ada's", sign: "Tea", line: "Come in", avatar: "🍵")
        try await shop.pick("tea-1", 1)
        shop.world.clock.advance(bySeconds: 60)
        return shop
    }

    private func share(_ shop: ShopWorld, _ audience: Audience, hours: Int = 24) async throws -> MadeShareLink {
        try await shop.world.shops.share(with: audience, hours: hours, of: shop.world.id("ada"))
    }

    private func opens(_ shop: ShopWorld, _ secret: String, for viewer: String) async throws -> Bool {
        try await shop.world.feed.sharedShop(secret, for: shop.world.id(viewer)) != nil
    }

    @Test(
        arguments: [
            (.closeFriends, ["ada"]), (.friends, ["ada", "ben"]), (.friendsOfFriends, ["ada", "ben", "cleo"]),
            (.everyone, ["ada", "ben", "cleo", "dan", "eve"]),
        ] as [(Audience, [String])])
    func `a link opens for the audience it was made for`(audience: Audience, viewers: [String]) async throws {
        let shop = try await world()
        let made = try await share(shop, audience)
        #expect(made.link.opensForBlockedPeople == (audience == .everyone))
        for viewer in ["ada", "ben", "cleo", "dan", "eve"] {
            #expect(try await opens(shop, made.secret, for: viewer) == viewers.contains(viewer), "\(viewer)")
        }
    }

    @Test func `a link shows the front and nothing else`() async throws {
        let shop = try await world()
        let secret = try await share(shop, .everyone).secret
        let front = try #require(try await shop.world.feed.sharedShop(secret, for: shop.world.id("dan"))?.value)
        let text = try shop.text(front)
        let expected =
            #"{"avatar":"🍵","handle":"ada","line":"Come in","name":"Ada's","policy":"\#(front.policy)","sign":"Tea"}"#
        #expect(text == expected)
    }

    @Test func `a link expires, can be revoked, and cannot be guessed`() async throws {
        let shop = try await world()
        let ada = try await shop.world.id("ada")
        let (first, second) = (try await share(shop, .everyone, hours: 1), try await share(shop, .everyone, hours: 2))
        #expect(first.secret != second.secret && first.secret.count >= 64)
        #expect(!first.secret.contains(first.link.id))
        for guess in [
            "", "x", second.link.id, String(first.secret.dropLast()) + (first.secret.last == "A" ? "B" : "A"),
        ] {
            #expect(try await !opens(shop, guess, for: "dan"))
        }
        try await shop.world.shops.revokeShareLink(second.link.id, of: ada)
        #expect(try await !opens(shop, second.secret, for: "dan"))
        #expect(try await opens(shop, first.secret, for: "dan"))
        #expect(try await shop.world.shops.shareLinks(of: ada).items.map(\.id) == [first.link.id])
        shop.world.clock.advance(bySeconds: 3599)
        #expect(try await opens(shop, first.secret, for: "dan"))
        shop.world.clock.advance(bySeconds: 1)
        #expect(try await !opens(shop, first.secret, for: "dan"))
        #expect(try await shop.world.shops.shareLinks(of: ada).items.isEmpty)
    }

    @Test func `a link opens nothing while the shop is closed, its owner a minor, or gone`() async throws {
        let shop = try await world()
        let secret = try await share(shop, .everyone).secret
        try await shop.front("Ada's", isOpen: false)
        #expect(try await !opens(shop, secret, for: "dan"))
        try await shop.front("Ada's")
        #expect(try await opens(shop, secret, for: "dan"))
        try await shop.world.put("ada", minor: true)
        #expect(try await !opens(shop, secret, for: "dan"))
        try await shop.world.put("ada")
        #expect(try await opens(shop, secret, for: "dan"))
        try await shop.world.remove("ada")
        #expect(try await !opens(shop, secret, for: "dan"))
    }

    @Test func `links have their bounds`() async throws {
        let shop = try await world()
        for hours in [0, 721] {
            await #expect(throws: ShopError.invalidLifetime) { try await share(shop, .friends, hours: hours) }
        }
        await #expect(throws: ShopError.invalidAudience) { try await share(shop, .owner) }
        for _ in 0..<20 { _ = try await share(shop, .friends, hours: 1) }
        await #expect(throws: ShopError.tooManyLinks) { try await share(shop, .friends) }
        shop.world.clock.advance(bySeconds: 3600)
        _ = try await share(shop, .friends)
    }
}
