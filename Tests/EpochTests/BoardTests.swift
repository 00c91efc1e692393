import Domain
import FeedBuilder
import Foundation
import FriendShops
import SampleWorld
import Testing
import VitrineTesting

@testable import Disclosure

struct BoardTests {
    /// Ada with many visitors, fay with few, and gus without a wish to be seen.
    private func town() async throws -> EpochWorld {
        let town = try await EpochWorld.town(friends: 60)
        try await town.world.put("fay", "gus")
        for name in ["fay", "gus"] {
            try await town.open(name)
            try await town.world.befriend("ada", name)
            for number in 0..<60 { try await town.world.befriend(EpochWorld.name(number), name) }
        }
        for name in ["ada", "fay"] { try await town.epochs.setOnBoard(true, of: town.world.id(name)) }
        try await town.wait(days: 15)
        for _ in 0..<3 {
            try await town.visits(by: 0..<60)
            try await town.visits(by: 0..<25, "fay")
            try await town.visits(by: 0..<60, "gus")
            try await town.wait(days: 1)
        }
        return town
    }

    private func top(_ town: EpochWorld) async throws -> [String] {
        try #require(try await town.boards.top(limit: 50, cursor: nil)).value.places.map(\.shop.handle)
    }

    @Test func `the board has those who want to be on it, by influence`() async throws {
        let town = try await town()
        #expect(try await top(town) == ["ada", "fay"])
        try await town.epochs.setOnBoard(true, of: town.world.id("gus"))
        #expect(try await top(town) == ["ada", "fay"])
        try await town.epochs.setOnBoard(false, of: town.world.id("ada"))
        #expect(try await top(town) == ["fay"])
        try await town.wait(days: 1)
        #expect(try await top(town).sorted() == ["fay", "gus"])
        try await town.open("fay", isOpen: false)
        #expect(try await top(town) == ["gus"])
    }

    @Test func `shops of the same influence stand in an order that no tick, start or person changes`() async throws {
        let town = try await EpochWorld.town(friends: 12)
        var shops: [PersonID] = []
        for number in 0..<12 {
            shops.append(try await town.world.id(EpochWorld.name(number)))
            try await town.epochs.setOnBoard(true, of: shops[number])
        }
        let book = town.world.point.epochBook
        var state = try await book.state(town.world.point)
        for shop in shops { state.standings[shop]?.visitorBands = [6] }
        book.set(state)
        try await town.wait(days: 1)
        let expected = shops.sorted { BoardOrder.tie($0, town.world.keys) < BoardOrder.tie($1, town.world.keys) }
        #expect(try await town.epochs.board() == expected && expected != shops.sorted())
        try await town.epochs.setOnBoard(false, of: expected[3])
        try await town.wait(days: 1)
        let left = expected.filter { $0 != expected[3] }
        #expect(try await town.epochs.board() == left)
        let again = EpochWorld(try await town.world.reopened())
        try await again.wait(days: 1)
        #expect(try await again.epochs.board() == left)
    }

    @Test func `a block changes nothing on the board, and takes the shop out of the friends' ranking`() async throws {
        let town = try await town()
        try await town.world.block("f0", by: "ada")
        #expect(try await top(town) == ["ada", "fay"])
        let friends = try #require(
            try await town.boards.friends(of: town.world.id("f0"), limit: 50, cursor: nil)
        ).value
        #expect(Set(friends.places.map(\.shop.handle)) == ["fay", "gus"])
    }

    @Test func `friends are ranked, the first ones first, and pages go on where they ended`() async throws {
        let town = try await town()
        let viewer = try await town.world.id("f1")
        let first = try #require(try await town.boards.friends(of: viewer, limit: 2, cursor: nil)).value
        #expect(first.places.map(\.rank) == [1, 2])
        let next = try #require(first.next)
        let rest = try #require(try await town.boards.friends(of: viewer, limit: 2, cursor: next)).value
        #expect(rest.places.map(\.shop.handle) == ["fay"] && rest.places.map(\.rank) == [3] && rest.next == nil)
        #expect(try await town.boards.friends(of: town.world.id("f2"), limit: 2, cursor: next) == nil)
    }

    @Test func `the front shows bands, and a closed shop nothing`() async throws {
        let town = try await town()
        let front = try #require(
            try await town.world.feed.shop(of: World.handle("ada"), for: town.world.id("f0"))
        ).value
        let figures = try #require(front.figures)
        #expect(figures.visitors.from >= 20 && figures.buyers.from == 0 && figures.influence > 0)
        try await town.open("ada", isOpen: false)
        #expect(try await town.world.feed.shop(of: World.handle("ada"), for: town.world.id("f0")) == nil)
    }

    @Test func `influence is explained to its owner, term by term`() async throws {
        let town = try await town()
        let told = try #require(try await town.books.influence(of: town.world.id("ada"))).value
        #expect(told.influence == told.terms.reduce(0) { $0 + $1.points })
        for term in told.terms {
            #expect(term.points == min(term.cap, term.weight * term.bands.reduce(0, +) / term.divisor))
        }
        #expect(told.slots == 4 && told.nextTierFrom == 500)
        #expect(try await TieredSlots(point: town.world.point).slots(of: town.world.id("ada")) == 4)
        #expect(try await town.books.influence(of: town.world.id("f0")) == nil)
    }

    @Test func `milestones are told at the tick, once`() async throws {
        let town = try await EpochWorld.town(friends: 60)
        for number in 0..<60 {
            try await town.world.buy(
                "tea-1", by: EpochWorld.name(number), at: "2026-01-20T09:00:00Z", order: "o\(number)", shop: "ada",
                waiting: false)
        }
        try await town.wait(days: 25)
        let items = try await town.world.feedItems(of: "f0").filter { $0.kind == "milestone" }
        // Sixty buyers are a band of their own, and lift the shop to the first tier.
        #expect(items.compactMap(\.milestone?.buyersFrom).count == 1)
        #expect(items.compactMap(\.milestone?.tier) == [1])
        #expect(items.allSatisfy { $0.time.value == "2026-02-05T00:00:00Z" && $0.shop?.handle == "ada" })
    }
}
