import Disclosure
import Domain
import SampleWorld
import Testing

struct OwnLedgerTests {
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        return world
    }

    @Test func `owners see everything of their own at once, what is withheld included`() async throws {
        let world = try await world()
        let goods = ["tea-1", "wine-1", "pill-1", "whey-1", "mystery-1", "no-such-good"]
        for (number, good) in goods.enumerated() {
            try await world.buy(
                good, by: "ada", at: "2026-01-05T12:0\(number):30Z", quantity: 3, total: 999, shop: "ben")
        }
        let ledger = try await world.ledger(of: "ada")
        #expect(ledger.map(\.product.id) == goods.reversed())
        #expect(ledger.map(\.sensitivity.id) == ["unknown", "unknown", "fitness", "health", "alcohol", "ordinary"])
        #expect(ledger.map { $0.category?.id } == [nil, nil, "sp-1-1", "hb-1-1", "fb-1-1", "fb-1-2"])
        #expect(ledger.last?.at == "2026-01-05T12:00:30Z")
        #expect(ledger.last?.product.title.en == "Title of tea-1")
        #expect(ledger.allSatisfy { $0.quantity == 3 && $0.total.amount == 999 && $0.total.currency == "EUR" })
        #expect(
            ledger.allSatisfy { $0.status == "bought" && $0.visibility == "default" && $0.boughtAt?.handle == "ben" })
        #expect(Set(ledger.map(\.id)).count == 6)
        #expect(try await world.ledger(of: "ben").isEmpty)
    }

    @Test func `pages go on where the last one ended, over many segments`() async throws {
        let world = try await world()
        for number in 0..<150 {
            try await world.buy(
                number.isMultiple(of: 3) ? "pill-1" : "tea-1", by: "ada", at: "2026-01-05T12:00:00Z",
                order: "o\(number)")
        }
        let ledger = try await world.ledger(of: "ada")
        #expect(Set(ledger.map(\.order)) == Set((0..<150).map { "o\($0)" }))
        #expect(ledger.count == 150)
    }

    @Test func `a cursor is of no use to others`() async throws {
        let world = try await world()
        for good in ["tea-1", "tea-2"] { try await world.buy(good, by: "ada", at: "2026-01-05T12:00:00Z") }
        let page = try await world.point.ledger.page(of: world.id("ada"), limit: 1, cursor: nil)
        let cursor = try #require(page.value.next)
        let ben = try await world.id("ben")
        for (person, text) in [(ben, cursor), (try await world.id("ada"), "nonsense")] {
            await #expect(throws: OwnLedger.LedgerError.self) {
                try await world.point.ledger.page(of: person, limit: 1, cursor: text)
            }
        }
    }

    @Test func `it keeps the title at purchase`() async throws {
        let world = try await world()
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try await world.point.catalogue.remove(World.product("tea-1"))
        let ledger = try await world.ledger(of: "ada")
        #expect(ledger.map(\.product.title.en) == ["Title of tea-1"])
        #expect(ledger.map(\.sensitivity.tier) == ["withhold"])
    }
}
