import Disclosure
import Domain
import FriendShops
import SampleWorld
import Testing
import VitrineTesting

/// Slots under many hands, and what they tell of time.
struct SlotTests {
    @Test func `of many who write to one slot at the same time one wins`() async throws {
        let shop = try await ShopWorld()
        let goods = (1...6).map { "tea-\($0)" } + (1...5).map { "bread-\($0)" }
        let winners = await withTaskGroup(of: String?.self) { group in
            for good in goods {
                group.addTask {
                    do {
                        try await shop.pick(good, 1)
                        return good
                    } catch {
                        return error as? ShopError == .locked ? nil : "\(error)"
                    }
                }
            }
            return await group.reduce(into: [String]()) { if let winner = $1 { $0.append(winner) } }
        }
        #expect(winners.count == 1, "\(winners)")
        shop.world.clock.advance(bySeconds: 60)
        let seen = try #require(try await shop.shop())
        #expect(seen.picks.count == 1)
        #expect(try shop.text(seen).contains(try #require(winners.first)))
    }

    @Test func `one good written to many slots at the same time stands in one`() async throws {
        let shop = try await ShopWorld()
        let refused = await withTaskGroup(of: Bool.self) { group in
            for slot in 1...4 {
                group.addTask {
                    do {
                        try await shop.pick("tea-1", slot)
                        return false
                    } catch {
                        return error as? ShopError == .alreadyPicked
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused == 3)
        shop.world.clock.advance(bySeconds: 60)
        #expect(try await shop.shop()?.picks.count == 1)
    }

    @Test func `the countdown of a lock is told to the owner only`() async throws {
        let shop = try await ShopWorld()
        try await shop.pick("tea-1", 1)
        shop.world.clock.advance(bySeconds: 60)
        let own = try #require(try await shop.world.shops.ownShop(of: shop.world.id("ada")))
        #expect(own.picks.first?.lockedUntil == "2026-01-08T10:00:00Z")
        let served = try await (shop.bytes() + shop.bytes(for: "ada")).joined()
        #expect(served.contains("tea-1") && !served.contains("lock") && !served.contains("2026-01-08"))
    }
}
