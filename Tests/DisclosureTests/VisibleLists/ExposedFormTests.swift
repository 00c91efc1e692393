import Disclosure
import Domain
import PolicyEngine
import SampleWorld
import Testing

struct ExposedFormTests {
    /// What ben sees of one good that his friend ada bought.
    private func words(
        _ good: String, _ levels: [(Audience, Tier, Level)], classes: [String] = [], total: Int64 = 500,
        policy: Policy? = nil
    ) async throws -> [String] {
        let world = try await World(policy: policy)
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        let closer = levels.map { (Audience.closeFriends, $0.1, $0.2) }
        try await world.share("ada", since: World.start, levels + closer, classes: classes)
        try await world.buy(good, by: "ada", at: "2026-01-10T09:30:00Z", total: total)
        try world.now("2026-02-05T00:00:00Z")
        return try await world.purchases(of: "ada", for: "ben").map(\.words)
    }

    @Test func `a hint of wine is nothing while ordinary goods show more than a hint`() async throws {
        for level in [Level.category, .product, .nothing] {
            let levels: [(Audience, Tier, Level)] = [(.friends, .ordinary, level), (.friends, .coarsen, .hint)]
            #expect(try await words("wine-1", levels, classes: ["alcohol"]).isEmpty)
        }
    }

    @Test func `it shows while it looks like a hint of anything else`() async throws {
        let levels: [(Audience, Tier, Level)] = [(.friends, .ordinary, .hint), (.friends, .coarsen, .hint)]
        #expect(try await words("wine-1", levels, classes: ["alcohol"]) == ["department fb, 2026-01"])
        #expect(try await words("tea-1", levels, classes: ["alcohol"]) == ["department fb, 2026-01"])
        #expect(try await words("wine-1", levels).isEmpty)
    }

    @Test func `goods of tier C show once their class is opted in`() async throws {
        let levels: [(Audience, Tier, Level)] = [(.friends, .ownerDecides, .category)]
        #expect(try await words("whey-1", levels).isEmpty)
        #expect(try await words("whey-1", levels, classes: ["fitness"]) == ["category sp-1, 2026-01"])
    }

    @Test func `a label that too few goods share gives way to its department, or to nothing`() async throws {
        #expect(try await words("lamp-1", [(.friends, .ordinary, .category)]) == ["department ho, 2026-01"])
        #expect(try await words("spade-1", [(.friends, .ordinary, .category)]).isEmpty)
        #expect(try await words("spade-1", [(.friends, .ordinary, .hint)]).isEmpty)
        #expect(try await words("spade-1", [(.friends, .ordinary, .product)]) == ["exact spade-1, 2026-W02, 0–999"])
    }

    @Test func `a price band is told only where enough goods lie in it`() async throws {
        #expect(try await words("tea-1", [(.friends, .ordinary, .category)]) == ["category fb-1, 2026-01, 0–999"])
        let dear = try await words("tea-1", [(.friends, .ordinary, .category)], total: 1_500)
        #expect(dear == ["category fb-1, 2026-01"])
        let dearest = try await words("tea-1", [(.friends, .ordinary, .product)], total: 99_999)
        #expect(dearest == ["exact tea-1, 2026-W02, 2500–"])
    }

    @Test func `a brand is told only where enough goods share it`() async throws {
        let policy = try SamplePolicy.load(replacing: [
            ("category: { product: category, time: month", "category: { product: brand, time: month")
        ])
        let levels: [(Audience, Tier, Level)] = [(.friends, .ordinary, .category)]
        #expect(try await words("tea-1", levels, policy: policy) == ["brand Lotus fb-1, 2026-01, 0–999"])
        // The band of the category alone has enough goods.
        #expect(try await words("tea-6", levels, policy: policy) == ["category fb-1, 2026-01, 0–999"])
        #expect(try await words("bread-1", levels, policy: policy) == ["category fb-2, 2026-01, 0–999"])
    }
}
