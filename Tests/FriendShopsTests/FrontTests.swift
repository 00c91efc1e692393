import Disclosure
import Domain
import FriendShops
import SampleWorld
import Testing
import VitrineTesting

/// The name, sign, avatar and line of a shop.
struct FrontTests {
    @Test func `a front is edited at once, in any script`() async throws {
        let shop = try await ShopWorld()
        try await shop.pick("tea-1", 1)
        shop.world.clock.advance(bySeconds: 60)
        for (name, sign, avatar) in [
            ("阿达的店", "茶与咖啡", "茶"), ("Магазин", "Чай", "🍵"), ("متجر", "شاي", "ش"), ("चाय", "चाय", "चा"),
            ("Ada & Co", "x", "🇸🇪"),
        ] {
            try await shop.front(name, sign: sign, line: "\(name)!", avatar: avatar)
            let seen = try #require(try await shop.shop())
            #expect(seen.name == name && seen.sign == sign && seen.avatar == avatar && seen.line == "\(name)!")
            let items = try await shop.world.feedItems(of: "ben").compactMap(\.shop)
            #expect(!items.isEmpty && items.allSatisfy { $0.name == name && $0.avatar == avatar })
        }
    }

    @Test(arguments: ["", "ab", "茶茶", " ", "\u{202E}", "\u{301}", "\u{200D}", "a\u{0}", "https://example.org/me.png"])
    func `an avatar is one visible character`(avatar: String) async throws {
        let shop = try await ShopWorld()
        let before = shop.world.records.all
        await #expect(throws: ShopError.invalidAvatar) { try await shop.front("Ada", avatar: avatar) }
        #expect(shop.world.records.all == before)
    }

    @Test(arguments: ["Аda", "p\u{430}ypal", "Αda's", "Tea-Bаr"])
    func `a name whose letters pass for others is refused`(name: String) async throws {
        let shop = try await ShopWorld()
        await #expect(throws: ShopError.deceptiveName) { try await shop.front(name) }
    }

    @Test func `a change of name and sign is told as both, and a closing with the next opening`() async throws {
        let shop = try await ShopWorld()
        func events() async throws -> [String] {
            try await shop.world.feedItems(of: "ben").compactMap(\.event).sorted()
        }
        shop.world.clock.advance(bySeconds: 60)
        try await shop.front("Other", sign: "New")
        #expect(try await events() == ["newSign", "opened", "renamed"])
        try await shop.front("Other", sign: "New", isOpen: false)
        #expect(try await events().isEmpty)
        shop.world.clock.advance(bySeconds: 60)
        try await shop.front("Other", sign: "New")
        #expect(try await events() == ["closed", "newSign", "opened", "opened", "renamed"])
    }
}
