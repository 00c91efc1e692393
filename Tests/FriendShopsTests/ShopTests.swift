import Disclosure
import Domain
import FeedBuilder
import FriendShops
import SampleWorld
import Testing
import VitrineTesting

struct ShopTests {
    /// Ada, whose shop is open, and her friend ben.
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        try await set(world, "Ada's")
        return world
    }

    private func set(
        _ world: World, _ name: String, sign: String? = nil, line: String? = nil, isOpen: Bool = true
    ) async throws {
        let front = FriendShops.Front(name: name, sign: sign, line: line, isOpen: isOpen)
        try await world.shops.setFront(front, of: world.id("ada"))
    }

    private func pick(_ good: String, _ slot: Int, _ world: World) async throws {
        try await world.shops.pick(World.product(good), slot: slot, of: world.id("ada"))
    }

    /// The picks that ben sees; nothing while there is no shop for him.
    private func window(_ world: World) async throws -> [Int]? {
        try await world.feed.shop(of: World.handle("ada"), for: world.id("ben"))?.value.picks.map(\.slot)
    }

    private func activity(_ world: World) async throws -> [String] {
        try await world.feed.shopActivity(of: World.handle("ada"), for: world.id("ben"), PageRequest(limit: 50))
            .value.items.map { $0.words.prefix { $0 != "," }.description }
    }

    @Test func `a good is put into one of four slots`() async throws {
        let world = try await world()
        for slot in 1...4 { try await pick("tea-\(slot)", slot, world) }
        for slot in [0, 5, -1] {
            await #expect(throws: ShopError.noSuchSlot) { try await pick("tea-6", slot, world) }
            await #expect(throws: ShopError.noSuchSlot) {
                try await world.shops.unpick(slot: slot, of: world.id("ada"))
            }
        }
        world.clock.advance(bySeconds: 60)
        #expect(try await window(world) == [1, 2, 3, 4])
        let own = try #require(try await world.shops.ownShop(of: world.id("ada")))
        #expect(own.slots == 4 && own.open && own.picks.map(\.slot) == [1, 2, 3, 4])
        #expect(own.picks.first?.lockedUntil == "2026-01-08T10:00:00Z")
    }

    @Test func `a pick stays for three days`() async throws {
        let world = try await world()
        try await pick("tea-1", 1, world)
        try await pick("tea-1", 1, world)
        world.clock.advance(bySeconds: 72 * 3600 - 1)
        await #expect(throws: ShopError.locked) { try await pick("tea-2", 1, world) }
        await #expect(throws: ShopError.locked) { try await world.shops.unpick(slot: 1, of: world.id("ada")) }
        world.clock.advance(bySeconds: 1)
        try await pick("tea-2", 1, world)
        await #expect(throws: ShopError.locked) { try await pick("tea-1", 1, world) }
        world.clock.advance(bySeconds: 72 * 3600)
        try await world.shops.unpick(slot: 1, of: world.id("ada"))
        #expect(try await window(world) == [])
    }

    @Test func `a good that was delisted, taken away or raised frees its slot at once`() async throws {
        for change in 0..<3 {
            let world = try await world()
            try await pick("tea-1", 1, world)
            world.clock.advance(bySeconds: 60)
            #expect(try await window(world) == [1])
            switch change {
            case 0:
                try await world.point.catalogue.put(
                    [SampleCatalogue.entry("tea-1", category: "fb-1-2", price: 500, isListed: false)])
            case 1: try await world.point.catalogue.remove(World.product("tea-1"))
            default:
                try await world.point.catalogue.put([SampleCatalogue.entry("tea-1", category: "hb-1-1", price: 500)])
            }
            #expect(try await window(world) == [], "\(change)")
            await #expect(throws: Never.self, "\(change)") { try await pick("tea-2", 1, world) }
            world.clock.advance(bySeconds: 60)
            #expect(try await window(world) == [1])
        }
    }

    @Test func `what may not be in a window is refused`() async throws {
        let world = try await world()
        try await world.point.catalogue.put(
            [SampleCatalogue.entry("tea-5", category: "fb-1-2", price: 500, isListed: false)])
        await #expect(throws: ShopError.unknownProduct) { try await pick("nothing", 1, world) }
        await #expect(throws: ShopError.delisted) { try await pick("tea-5", 1, world) }
        for good in ["pill-1", "wine-1", "mystery-1"] {
            await #expect(throws: ShopError.notPickable) { try await pick(good, 1, world) }
        }
        try await pick("whey-1", 1, world)
        await #expect(throws: ShopError.alreadyPicked) { try await pick("whey-1", 2, world) }
        await #expect(throws: ShopError.noShop) {
            try await world.shops.pick(World.product("tea-1"), slot: 1, of: world.id("ben"))
        }
        await #expect(throws: ShopError.noShop) { try await world.shops.unpick(slot: 1, of: world.id("ben")) }
    }

    @Test func `a closed shop has neither window nor activity`() async throws {
        let world = try await world()
        try await pick("tea-1", 1, world)
        world.clock.advance(bySeconds: 60)
        #expect(try await activity(world).count == 2)
        try await set(world, "Ada's", isOpen: false)
        #expect(try await window(world) == nil)
        #expect(try await activity(world).isEmpty)
        #expect(try await world.feedItems(of: "ben").isEmpty)
        #expect(try await world.shops.ownShop(of: world.id("ada"))?.open == false)
        #expect(try await world.shops.isOpen(world.id("ada")) == false)
    }

    @Test func `what changes about the front becomes activity`() async throws {
        let world = try await world()
        for (name, sign) in [("Ada & Co", nil), ("Ada & Co", "Tea"), ("Ada & Co", "Tea"), ("Ada & Co", nil)]
            as [(String, String?)]
        {
            world.clock.advance(bySeconds: 60)
            try await set(world, name, sign: sign, line: "A line")
        }
        world.clock.advance(bySeconds: 60)
        try await set(world, "Other", isOpen: false)
        world.clock.advance(bySeconds: 60)
        try await set(world, "Another")
        world.clock.advance(bySeconds: 60)
        #expect(try await activity(world) == ["opened", "closed", "newSign", "newSign", "renamed", "opened"])
    }

    @Test func `no more events are kept than a shop needs`() async throws {
        let world = try await world()
        for number in 0..<40 {
            world.clock.advance(bySeconds: 60)
            try await set(world, "Shop \(number)")
        }
        world.clock.advance(bySeconds: 60)
        #expect(try await activity(world) == Array(repeating: "renamed", count: 32))
    }

    @Test(
        arguments: [
            ("", nil, nil, ShopError.invalidName), ("   ", nil, nil, .invalidName),
            (String(repeating: "x", count: 41), nil, nil, .invalidName), ("a\u{202E}b", nil, nil, .invalidName),
            ("a\nb", nil, nil, .invalidName), ("Ada", "", nil, .invalidSign),
            ("Ada", String(repeating: "x", count: 141), nil, .invalidSign), ("Ada", nil, "\u{0}", .invalidLine),
            ("Ada", nil, String(repeating: "x", count: 141), .invalidLine),
        ] as [(String, String?, String?, ShopError)])
    func `texts that cannot be shown are refused`(
        name: String, sign: String?, line: String?, error: ShopError
    ) async throws {
        let world = try await world()
        let before = world.records.all
        await #expect(throws: error) { try await set(world, name, sign: sign, line: line) }
        #expect(world.records.all == before)
    }

    @Test func `texts are kept in normal form, without blanks around them`() async throws {
        let world = try await world()
        try await set(world, "  Cafe\u{301} 👩‍👩‍👧‍👦  ", sign: String(repeating: "茶", count: 140))
        let own = try #require(try await world.shops.ownShop(of: world.id("ada")))
        #expect(Array(own.name.unicodeScalars) == Array("Café 👩‍👩‍👧‍👦".unicodeScalars))
        #expect(own.sign?.count == 140)
    }

    @Test func `a minor's shop is shown to nobody`() async throws {
        let world = try await world()
        try await pick("tea-1", 1, world)
        try await world.put("ada", minor: true)
        world.clock.advance(bySeconds: 60)
        #expect(try await window(world) == nil)
        #expect(try await activity(world).isEmpty)
    }

    @Test func `owners see their own shop as it looks, and a blocked person none`() async throws {
        let world = try await world()
        try await pick("tea-1", 1, world)
        world.clock.advance(bySeconds: 60)
        let ada = try await world.id("ada")
        #expect(try await world.feed.shop(of: World.handle("ada"), for: ada)?.value.picks.count == 1)
        try await world.block("ben", by: "ada")
        #expect(try await window(world) == nil)
    }

    @Test func `a pick says nothing of whether it was bought`() async throws {
        var windows: [[String]] = []
        for isBought in [false, true] {
            let world = try await world()
            if isBought { try await world.buy("tea-1", by: "ada", at: World.start) }
            try await pick("tea-1", 1, world)
            world.clock.advance(bySeconds: 120)
            windows.append(try await World.text(world.feedItems(of: "ben")))
        }
        #expect(windows[0] == windows[1])
    }

    @Test func `a shop that does not open is not taken for none`() async throws {
        let world = try await world()
        let before = world.records.all
        try await pick("tea-1", 1, world)
        for (address, box) in world.records.all where before[address] != box { world.records.damage(address) }
        let again = try await world.reopened()
        await #expect(throws: (any Error).self) { try await set(again, "Empty") }
    }
}
