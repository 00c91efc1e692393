import Disclosure
import Domain
import FeedBuilder
import FriendShops
import SampleWorld
import Testing

/// Tiers give slots.
struct SlotTests {
    @Test func `a tier gives slots to fill, and takes nothing out of the window when it is lost`() async throws {
        let town = try await EpochWorld.town(friends: 60)
        let (shops, ada) = (town.world.shops, try await town.world.id("ada"))
        func pick(_ product: String, _ slot: Int) async throws {
            try await shops.pick(try World.product(product), slot: slot, of: ada)
        }
        await #expect(throws: ShopError.noSuchSlot) { try await pick("bread-1", 5) }
        for number in 0..<60 {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number), at: "2026-01-20T09:00:00Z", order: "o\(number)", shop: "ada",
                waiting: false)
        }
        try await town.wait(days: 25)
        #expect(try await town.standing().tier == 1)
        #expect(try await shops.ownShop(of: ada)?.slots == 6)
        try await pick("bread-1", 5)
        await #expect(throws: ShopError.noSuchSlot) { try await pick("bread-2", 7) }
        // Three months without a buyer are the end of the tier.
        try await town.wait(days: 100)
        #expect(try await town.standing().tier == 0)
        let own = try #require(try await shops.ownShop(of: ada))
        #expect(own.slots == 4 && own.picks.map(\.slot) == [5])
        let front = try await town.world.feed.shop(of: World.handle("ada"), for: town.world.id("f0"))?.value
        #expect(front?.picks.map(\.slot) == [5])
        await #expect(throws: ShopError.noSuchSlot) { try await pick("bread-2", 6) }
        await #expect(throws: ShopError.noSuchSlot) { try await pick("bread-2", 5) }
        try await shops.unpick(slot: 5, of: ada)
        #expect(try await shops.ownShop(of: ada)?.picks.isEmpty == true)
    }
}
