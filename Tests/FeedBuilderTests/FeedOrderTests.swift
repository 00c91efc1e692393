import Disclosure
import Domain
import FeedBuilder
import FriendShops
import SampleWorld
import Testing

struct FeedOrderTests {
    private static let seeds = (0..<4).map { _ in UInt64.random(in: 0...UInt64.max) }
    private static let moments = ["2026-01-30T00:00:00Z", "2026-02-05T00:00:00Z", "2026-03-05T00:00:00Z"]

    /// Where each item of one owner comes: by the end of its bucket, newest first, then by its digest.
    private func places(_ world: World, _ name: String) async throws -> [(FeedPosition, String)] {
        let reading = world.point.reading(for: try await world.id("ben"))
        guard let source = try await reading.source(world.id(name), for: world.id("ben"), kinds: nil) else { return [] }
        let references = source.references.filter { source.admits($0, asOf: reading.now) }
        let items = try await reading.exposed(references.map { (source, $0) })
        return zip(references, items).compactMap { reference, item in item.map { (reference.position, $0.id) } }
    }

    @Test(arguments: seeds) func `a feed is what all friends show, sorted`(seed: UInt64) async throws {
        let friends = try await RandomFriends(seed: seed)
        for moment in Self.moments {
            try friends.world.now(moment)
            var expected: [(FeedPosition, String)] = []
            for name in friends.names { expected += try await places(friends.world, name) }
            expected.sort {
                $0.0.sortMinute == $1.0.sortMinute ? $0.0.tie < $1.0.tie : $0.0.sortMinute > $1.0.sortMinute
            }
            for limit in [1, 3, 50] {
                let items = try await friends.world.feedItems(of: "ben", limit: limit)
                #expect(items.map(\.id) == expected.map(\.1), "seed \(seed), \(moment), pages of \(limit)")
            }
        }
    }

    @Test(arguments: seeds) func `pages are full while anything is left`(seed: UInt64) async throws {
        let friends = try await RandomFriends(seed: seed)
        try friends.world.now("2026-03-05T00:00:00Z")
        let ben = try await friends.world.id("ben")
        var request = PageRequest(limit: 4)
        var seen = 0
        while true {
            let page = try await friends.world.feed.feed(of: ben, request).value
            seen += page.items.count
            guard let next = page.next else {
                #expect(seen == 0 || !page.items.isEmpty, "seed \(seed)")
                break
            }
            #expect(page.items.count == 4, "seed \(seed)")
            request = PageRequest(limit: 4, cursor: next)
        }
        #expect(try await friends.world.feedItems(of: "ben").count == seen)
    }

    @Test(arguments: seeds) func `a walk shows each item once, whatever is released meanwhile`(seed: UInt64)
        async throws
    {
        let friends = try await RandomFriends(seed: seed)
        let world = friends.world
        try world.now("2026-01-30T00:00:00Z")
        let before = try await world.feedItems(of: "ben").map(\.id)
        let ben = try await world.id("ben")
        try world.now("2026-01-30T00:00:00Z")
        var walked: [String] = []
        var request = PageRequest(limit: 2)
        while true {
            let page = try await world.feed.feed(of: ben, request).value
            walked += page.items.map(\.id)
            // Everything else is released after the first page.
            try world.now("2026-03-05T00:00:00Z")
            guard let next = page.next else { break }
            request = PageRequest(limit: 2, cursor: next)
        }
        #expect(walked == before, "seed \(seed)")
    }

    @Test(arguments: seeds) func `a mark asks for what was released since, and for no more`(seed: UInt64) async throws {
        let friends = try await RandomFriends(seed: seed)
        let world = friends.world
        let ben = try await world.id("ben")
        try world.now("2026-01-30T00:00:00Z")
        let mark = try #require(try await world.feed.feed(of: ben, PageRequest()).value.mark)
        let before = try await world.feedItems(of: "ben").map(\.id)
        #expect(try await world.feedItems(of: "ben", since: mark).isEmpty)
        try world.now("2026-03-05T00:00:00Z")
        let after = try await world.feedItems(of: "ben").map(\.id)
        let since = try await world.feedItems(of: "ben", limit: 2, since: mark).map(\.id)
        #expect(since == after.filter { !before.contains($0) }, "seed \(seed)")
    }

    @Test func `what is picked in the minute of a mark, after it, is not missed`() async throws {
        let world = try await World()
        try await world.put("ben", "ada")
        try await world.befriend("ada", "ben")
        try await world.shops.setFront(.init(name: "Ada's", sign: nil, line: nil, isOpen: true), of: world.id("ada"))
        try world.now("2026-01-05T11:00:10Z")
        let mark = try #require(try await world.feed.feed(of: world.id("ben"), PageRequest()).value.mark)
        try world.now("2026-01-05T11:00:30Z")
        try await world.shops.pick(World.product("tea-1"), slot: 1, of: world.id("ada"))
        try world.now("2026-01-05T11:05:00Z")
        let since = try await world.feedItems(of: "ben", since: mark)
        #expect(since.map(\.kind) == ["pick"])
        let later = try #require(try await world.feed.feed(of: world.id("ben"), PageRequest()).value.mark)
        #expect(try await world.feedItems(of: "ben", since: later).isEmpty)
    }

    @Test func `the order does not change with what is hidden`() async throws {
        var orders: [[String]] = []
        for hidden in [0, 30] {
            let world = try await World(seed: 9)
            try await world.put("ben", "ada")
            try await world.befriend("ada", "ben")
            try await world.share("ada", since: World.start)
            for number in 0..<8 {
                try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z", order: "o\(number)")
            }
            for number in 0..<hidden {
                try await world.buy("pill-1", by: "ada", at: "2026-01-05T12:00:00Z", order: "h\(number)")
            }
            try world.now("2026-02-05T00:00:00Z")
            orders.append(try await World.text(world.feedItems(of: "ben", limit: 3)))
        }
        #expect(orders[0].count == 8)
        #expect(orders[0] == orders[1])
    }
}
