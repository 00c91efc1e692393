import Disclosure
import Domain
import PolicyEngine
import PolicyLab
import SampleWorld
import Testing

/// Counts over purchases, as people and programs read them.
struct CountTextTests {
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben")
        try await world.share("ada", since: World.start)
        try await world.buy("tea-1", by: "ada", at: "2026-01-10T09:30:00Z")
        try await world.buy("pill-1", by: "ada", at: "2026-01-10T09:30:00Z")
        try world.now("2026-02-05T00:00:00Z")
        return world
    }

    @Test func `consequences name the audiences that are touched`() async throws {
        let consequences = try await world().point.consequences(
            of: try SamplePolicy.load(replacing: [
                (old: "goods: 5", new: "goods: 30"), (old: "category: 2 }", new: "category: 3 }"),
            ]))
        #expect(
            consequences.text == """
                1 owner of 2 people touched, 1 purchase or activity looked at
                  for friends, purchases: none widened, 1 narrowed of 1 owner; shown 1 before, 0 after

                """)
        #expect(!consequences.widens)
        #expect(consequences.json.contains(#""audience" : "friends-of-friends""#))
    }

    @Test func `usefulness is a table`() async throws {
        let usefulness = try await world().point.usefulness()
        let text = usefulness.text
        #expect(text.contains("1 more are sealed as withheld and were not opened"))
        #expect(
            text.contains(
                "  close friends: 100.0 %\n  friends: 100.0 %\n  friends of friends: 0.0 %\n  everyone: 0.0 %"))
        #expect(text.contains("  ordinary (ordinary), friends: 1 as { product: category, time: month, price: band }"))
        #expect(usefulness.json.contains(#""friends" : 1"#))
    }
}
