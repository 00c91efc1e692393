import Domain
import PolicyEngine
import SampleWorld
import Storage
import Testing
import VitrineTesting

@testable import Disclosure

/// A34: a change of catalogue, taxonomy or policy that lets more be shown shows nothing of what was released before, until the
/// monthly tick after it.
struct OpeningsTests {
    enum Change: CaseIterable {
        /// The fifth spade.
        case enoughGoods
        case enoughOfBrand, enoughInBand
        /// Bread is taken off, and put again.
        case putAgain
        /// Lamps come to lie under a department with chairs.
        case movedCategory
        /// The policy asks for fewer goods.
        case lowerCount
        /// Goods of tier B tell no more, as more of what looks like them is ordinary.
        case notTelling
    }

    /// The monthly tick after the changes of the tenth of February.
    private static let tick = "2026-03-05T00:00:00Z"
    private static let permission = PolicyPermission(allowsWidening: true)

    private func policy(_ change: Change) throws -> Policy {
        switch change {
        case .lowerCount: try SamplePolicy.load(replacing: [("goods: 5", "goods: 6")])
        case .notTelling: try SamplePolicy.load(replacing: [("ordinaryCount: 20", "ordinaryCount: 38")])
        default:
            try SamplePolicy.load(replacing: [
                ("category: { product: category, time: month", "category: { product: brand, time: month")
            ])
        }
    }

    /// Ada's purchases of January, which Ben sees since the fifth of February as far as their forms may be shown.
    private func world(_ change: Change) async throws -> World {
        let world = try await World(policy: policy(change))
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        let level: Level = change == .notTelling ? .hint : .category
        var levels: [(Audience, Tier, Level)] = [(.friends, .ordinary, level), (.closeFriends, .ordinary, level)]
        if change == .notTelling { levels += [(.friends, .coarsen, .hint), (.closeFriends, .coarsen, .hint)] }
        try await world.share("ada", since: World.start, levels, classes: change == .notTelling ? ["alcohol"] : [])
        if change == .putAgain { try await world.buy("bread-1", by: "ada", at: "2026-01-10T09:30:00Z") }
        for (product, total) in [
            ("spade-1", 800), ("tea-6", 1_500), ("lamp-1", 4_000), ("soap-1", 200), ("wine-1", 200),
        ] {
            try await world.buy(product, by: "ada", at: "2026-01-10T09:30:00Z", total: Int64(total))
        }
        try world.now("2026-02-10T12:00:00Z")
        if change == .putAgain { try await world.point.catalogue.remove(World.product("bread-1")) }
        try world.now("2026-02-10T12:01:00Z")
        return world
    }

    private func make(_ change: Change, in world: World) async throws -> World {
        let catalogue = world.point.catalogue
        func entries(_ name: String, _ numbers: ClosedRange<Int>, _ category: String, _ price: Int64) throws
            -> [CatalogueEntry]
        {
            try numbers.map { try SampleCatalogue.entry("\(name)-\($0)", category: category, price: price) }
        }
        switch change {
        case .enoughGoods: try await catalogue.put(entries("spade", 3...5, "ga-1-1", 800))
        case .enoughOfBrand:
            var rare = try entries("leaf", 1...4, "fb-1-2", 1_500)
            for index in rare.indices { rare[index].brand = "Rare" }
            try await catalogue.put(rare)
        case .enoughInBand: try await catalogue.put(entries("leaf", 1...4, "fb-1-2", 1_500))
        case .putAgain: try await catalogue.put(entries("bread", 1...1, "fb-2-1", 300))
        case .movedCategory:
            try await catalogue.replaceTaxonomy(
                SampleCatalogue.categories.map { draft in
                    var draft = draft
                    if draft.id == "ga-1" { draft.parentID = "ho" }
                    return draft
                })
        case .lowerCount:
            _ = try await world.point.load(SamplePolicy.load(), Self.permission)
        case .notTelling: try await catalogue.put(entries("loaf", 1...20, "fb-2-2", 300))
        }
        return world
    }

    private func served(_ world: World) async throws -> [String] {
        try World.text(try await world.purchases(of: "ada", for: "ben"))
    }

    @Test(arguments: Change.allCases)
    func `nobody sees anything new at the change, and everybody does at the monthly tick`(_ change: Change) async throws
    {
        let world = try await world(change)
        let before = try await served(world)
        _ = try await make(change, in: world)
        #expect(try await served(world) == before)
        // Nor after a restart, nor in the last second before the tick.
        let again = try await world.reopened()
        #expect(try await served(again) == before)
        try again.now("2026-03-04T23:59:59Z")
        #expect(try await served(again) == before)
        #expect(try await served(world) == before)
        try again.now(Self.tick)
        let after = try await served(again)
        #expect(after != before && after.count >= before.count)
        #expect(try await served(world) == after)
        #expect(try await served(world.reopened()) == after)
    }

    @Test(arguments: Change.allCases)
    func `without openings a whole history would be shown at once`(_ change: Change) async throws {
        let world = try await world(change)
        let before = try await served(world)
        _ = try await make(change, in: world)
        let book = world.point.rulebook
        try await world.point.vault.write { transaction in
            world.point.rulebooks.replace(
                by: book.under(book.policy, ordinal: book.ordinal, revisions: book.revisions)
                    .holding(book.raises, Openings()))
            transaction.touchAll()
        }
        #expect(try await served(world) != before)
    }

    @Test func `what is released after the change is shown as it may be`() async throws {
        let world = try await world(.enoughGoods)
        // Bought in January and told late: released with February.
        try await world.buy("spade-2", by: "ada", at: "2026-01-11T09:30:00Z")
        _ = try await make(.enoughGoods, in: world)
        try await world.buy("spade-3", by: "ada", at: "2026-02-11T09:30:00Z")
        try world.now(Self.tick)
        let words = try await world.purchases(of: "ada", for: "ben").map(\.words)
        #expect(words.count { $0.contains("ga-1") } == 3)
    }

    @Test func `fewer goods hide at once, and more again show at the next tick only`() async throws {
        let world = try await world(.enoughGoods)
        _ = try await make(.enoughGoods, in: world)
        try world.now(Self.tick)
        let shown = try await served(world)
        try await world.point.catalogue.remove(World.product("spade-5"))
        let hidden = try await served(world)
        #expect(hidden.count == shown.count - 1)
        try await world.point.catalogue.put([SampleCatalogue.entry("spade-5", category: "ga-1-1", price: 800)])
        #expect(try await served(world) == hidden)
        try world.now("2026-04-05T00:00:00Z")
        #expect(try await served(world) == hidden)
        // The hold of what was hidden ends at the second tick.
        try world.now("2026-05-05T00:00:00Z")
        #expect(try await served(world).count == shown.count)
    }

    @Test func `openings are read as they were written`() throws {
        let currency = try #require(Currency("EUR"))
        let band = PriceBand(currency: currency, from: 1_000, to: nil)
        let subjects: [Openings.Subject: ClassCode] = [
            .form(LabelForm(label: 7, precision: .category, brand: "Rare", band: band)): .unknown,
            .form(LabelForm(label: 8, precision: .department, isOfTelling: true)): .unknown,
            .place(category: 9, .department, isOfTelling: false): .unknown,
            .product(10): ClassCode(name: "health"), .category(11): ClassCode(name: "alcohol"),
        ]
        let (at, until) = (Instant(seconds: 1_000), Instant(seconds: 90_000))
        var openings = Openings()
        let left = NotedOpening.read(
            [
                (1, .init(at: at, until: until, undo: NotedOpening.encoded(subjects))),
                (2, .init(at: at, until: until, undo: NotedOpening.encodedNotice(of: until))),
                (3, .init(at: at, until: until, undo: Array(NotedOpening.encoded(subjects).dropLast()))),
            ], into: &openings)
        // One that cannot be read is left among the changes of which nothing is known.
        #expect(left.map(\.number) == [3])
        #expect(openings.notices == [until] && openings.ends == [until])
        for (subject, former) in subjects {
            #expect(openings.closing(subject, releasedAt: 0, now: at)?.former == former)
            #expect(openings.closing(subject, releasedAt: 0, now: until) == nil)
            #expect(openings.closing(subject, releasedAt: at.minutes + 1, now: at) == nil)
        }
    }
}
