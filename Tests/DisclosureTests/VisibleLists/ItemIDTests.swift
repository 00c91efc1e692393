import Domain
import FeedBuilder
import SampleWorld
import Testing
import VitrineTesting

@testable import Disclosure

struct ItemIDTests {
    @Test func `an id leads back to what it names, and no two are alike`() async throws {
        let keys = try await World().keys
        var generator = SplitMix64(seed: 128)
        var texts: Set<String> = []
        for _ in 0..<300 {
            let item = ItemID(
                kind: ActivityKind.allCases.randomElement(using: &generator) ?? .pick,
                owner: PersonID(rawValue: UInt64.random(in: 1...UInt64.max, using: &generator)),
                nonce: generator.next())
            let text = item.text(keys)
            #expect(ItemID(text, keys) == item)
            #expect(text.utf8.count == 25)
            texts.insert(text)
        }
        #expect(texts.count == 300)
    }

    @Test func `ids of one owner, or of one digest, have nothing in common`() async throws {
        let keys = try await World().keys
        let texts = (1...200).map {
            ItemID(kind: .purchase, owner: PersonID(rawValue: 7), nonce: UInt64($0) << 8).text(keys)
        }
        // A letter at one place is the same in some one of sixty-four; a shared part would be the same in all.
        for place in 4..<25 {
            #expect(Set(texts.map { Array($0)[place] }).count > (place == 24 ? 3 : 20))
        }
    }

    @Test(arguments: ["", "it_", "it_AAAA", "ut_AAAAAAAAAAAAAAAAAAAAAA", "it_AAAAAAAAAAAAAAAAAAAAAB", "it_*"])
    func `a text that could never have been made is no id`(text: String) async throws {
        #expect(ItemID(text, try await World().keys) == nil)
    }

    @Test func `a forged id names nothing that anybody sees`() async throws {
        let world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        try await world.share("ada", since: World.start)
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try world.now("2026-02-06T00:00:00Z")
        let ben = try await world.id("ben")
        let real = try #require(try await world.feedItems(of: "ben").first).id
        #expect(try await world.feed.item(real, for: ben) != nil)
        var generator = SplitMix64(seed: 5)
        for _ in 0..<200 {
            let forged = ItemID.prefix + Base64URL.encode(generator.bytes(16))
            #expect(try await world.feed.item(forged, for: ben) == nil)
        }
        for place in 3..<25 {
            var letters = Array(real)
            letters[place] = letters[place] == "A" ? "Q" : "A"
            guard String(letters) != real else { continue }
            #expect(try await world.feed.item(String(letters), for: ben) == nil)
        }
    }

    @Test func `an id of an installation means nothing in another`() async throws {
        let keys = try await World(seed: 1).keys
        let others = try await World(seed: 2).keys
        let item = ItemID(kind: .purchase, owner: PersonID(rawValue: 7), nonce: 256)
        #expect(ItemID(item.text(keys), others) != item)
    }
}
