import Disclosure
import Domain
import FeedBuilder
import FriendShops
import SampleWorld
import Testing
import VitrineTesting

/// A link that is taken back, or whose shop goes, while somebody opens it.
struct OvertakenLinkTests {
    private struct Opened {
        let shop: ShopWorld
        let made: MadeShareLink
        var world: World { shop.world }

        func open() async throws -> Prepared<SharedFront>? {
            try await world.feed.sharedShop(made.secret, for: world.id("ben"))
        }
    }

    private func opened(over store: OvertakenStore = OvertakenStore(InMemoryStore())) async throws -> Opened {
        let shop = try await ShopWorld(World(over: store))
        let made = try await shop.world.shops.share(with: .friends, hours: 24, of: shop.world.id("ada"))
        let opened = Opened(shop: shop, made: made)
        #expect(try await opened.open()?.value.name == "Ada's")
        return opened
    }

    private static let narrowings: [(what: String, narrow: @Sendable (ShopWorld, String) async throws -> Void)] = [
        ("the link is revoked", { try await $0.world.shops.revokeShareLink($1, of: $0.world.id("ada")) }),
        ("the shop is closed", { shop, _ in try await shop.front("Ada's", isOpen: false) }),
        ("the owner is erased", { shop, _ in try await shop.world.remove("ada") }),
        ("the owner comes to be a minor", { shop, _ in try await shop.world.put("ada", minor: true) }),
        ("the viewer is blocked", { shop, _ in try await shop.world.block("ben", by: "ada") }),
        ("the friendship ends", { shop, _ in try await shop.world.unfriend("ada", "ben") }),
    ]

    @Test(arguments: narrowings.indices)
    func `no front made before is let through afterwards`(number: Int) async throws {
        let opened = try await opened()
        let front = try #require(try await opened.open())
        #expect(opened.world.point.gate.admit(front) != nil)
        try await Self.narrowings[number].narrow(opened.shop, opened.made.link.id)
        #expect(opened.world.point.gate.admit(front) == nil)
        #expect(try await opened.open() == nil)
    }

    /// The narrowing comes after the first reading of the store, after the second, and so on to the last.
    @Test(arguments: narrowings.indices)
    func `no front that is being made meanwhile is let through either`(number: Int) async throws {
        let (what, narrow) = Self.narrowings[number]
        var reads = 0
        while true {
            reads += 1
            let store = OvertakenStore(InMemoryStore())
            let opened = try await opened(over: store)
            store.overtake(afterReads: reads) { try await narrow(opened.shop, opened.made.link.id) }
            let front = try await opened.open()
            guard store.wasOvertaken else { break }
            #expect(store.failure == nil)
            if let front { #expect(opened.world.point.gate.admit(front) == nil, "\(what) after reading \(reads)") }
            #expect(try await opened.open() == nil, "\(what) after reading \(reads)")
        }
        #expect(reads > 3, "several readings")
    }
}
