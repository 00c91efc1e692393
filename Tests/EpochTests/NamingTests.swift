import Disclosure
import Domain
import FeedBuilder
import FriendShops
import PolicyEngine
import SampleWorld
import Testing

/// A shop's books name a buyer only where the buyer's own policy does: A16.
struct NamingTests {
    /// Names whoever bought, from what buyers themselves may read.
    private struct NamesEverybody: BuyerNaming {
        let world: World
        let buyers: [String]

        func named(_ reading: Reading, limit: Int) async throws(VaultError) -> [ExposedItem] {
            var items: [ExposedItem] = []
            for buyer in buyers {
                guard let handle = Handle(buyer), let person = try await reading.person(handle),
                    let source = try await reading.source(person, audience: .closeFriends, kinds: [.purchase])
                else { continue }
                items += try await reading.exposed(source.references.map { (source, $0) }).compactMap(\.self)
            }
            return items
        }
    }

    private func town() async throws -> EpochWorld {
        let town = try await EpochWorld.town(friends: 3)
        // The first lets close friends see everything, and ada is one; the second only says so to close friends.
        for name in ["f0", "f1"] {
            try await town.world.share(
                name, [(.closeFriends, .ordinary, .full), (.friends, .ordinary, .category)])
        }
        try await town.world.makeClose("ada", to: "f0")
        for name in ["f0", "f1", "f2"] {
            try await town.world.buy("tea-1", by: name, at: "2026-01-21T10:00:00Z", order: "o-\(name)", shop: "ada")
        }
        try await town.wait(days: 2)
        return town
    }

    @Test func `a buyer is named who lets the owner know`() async throws {
        let town = try await town()
        let named = try #require(try await town.books.insights(of: town.world.id("ada"))?.value.named)
        #expect(named.map(\.actor.handle) == ["f0"])
        let others = try #require(try await town.books.influence(of: town.world.id("ada"))?.value)
        #expect(others.influence == 0)
    }

    @Test func `books that asked nobody would name more`() async throws {
        let town = try await town()
        let naming = NamesEverybody(world: town.world, buyers: ["f0", "f1", "f2"])
        let books = ShopBooks(point: town.world.point, shops: town.world.shops, naming: naming)
        let named = try #require(try await books.insights(of: town.world.id("ada"))?.value.named)
        #expect(Set(named.map(\.actor.handle)).count > 1)
    }
}
