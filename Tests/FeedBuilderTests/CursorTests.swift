import Disclosure
import Domain
import FeedBuilder
import SampleWorld
import Testing

struct CursorTests {
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo")
        for name in ["ben", "cleo"] { try await world.befriend("ada", name) }
        try await world.share("ada", since: World.start)
        for number in 0..<5 { try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z", order: "o\(number)") }
        try world.now("2026-02-05T00:00:00Z")
        return world
    }

    private func refuses(_ page: () async throws(FeedError) -> Prepared<FeedPage>?) async -> Bool {
        do {
            _ = try await page()
            return false
        } catch {
            switch error {
            case .invalidCursor, .invalidMark: return true
            case .vault: return false
            }
        }
    }

    @Test func `a cursor or mark is good for its viewer and its query only`() async throws {
        let world = try await world()
        let feed = world.feed
        let ben = try await world.id("ben")
        let cleo = try await world.id("cleo")
        let ada = try World.handle("ada")
        let cursor = try #require(try await feed.feed(of: ben, PageRequest(limit: 2)).value.next)
        let mark = try #require(try await feed.feed(of: ben, PageRequest(limit: 2)).value.mark)
        let continued = PageRequest(limit: 2, cursor: cursor)
        #expect(try await feed.feed(of: ben, continued).value.items.count == 2)
        #expect(await refuses { () async throws(FeedError) in try await feed.feed(of: cleo, continued) })
        #expect(await refuses { () async throws(FeedError) in try await feed.purchases(of: ada, for: ben, continued) })
        #expect(
            await refuses { () async throws(FeedError) in try await feed.shopActivity(of: ada, for: ben, continued) })
        #expect(
            await refuses { () async throws(FeedError) in try await feed.feed(of: cleo, PageRequest(since: mark)) })
        #expect(
            await refuses { () async throws(FeedError) in try await feed.feed(of: ben, PageRequest(cursor: mark)) })
        #expect(
            await refuses { () async throws(FeedError) in try await feed.feed(of: ben, PageRequest(since: cursor)) })
        #expect(
            await refuses { () async throws(FeedError) in
                try await feed.feed(of: ben, PageRequest(cursor: cursor, since: mark))
            })
    }

    @Test func `the pages of two people's purchases do not mix`() async throws {
        let world = try await world()
        let ben = try await world.id("ben")
        let page = try await world.feed.purchases(of: World.handle("ada"), for: ben, PageRequest(limit: 2)).value
        let cursor = try #require(page.next)
        let continued = PageRequest(limit: 2, cursor: cursor)
        let cleo = try World.handle("cleo")
        #expect(
            await refuses { () async throws(FeedError) in
                try await world.feed.purchases(of: cleo, for: ben, continued)
            })
    }

    @Test func `an altered cursor is refused, at every letter`() async throws {
        let world = try await world()
        let ben = try await world.id("ben")
        let cursor = try #require(try await world.feed.feed(of: ben, PageRequest(limit: 2)).value.next)
        for place in stride(from: 0, to: cursor.count, by: 5) {
            var letters = Array(cursor)
            letters[place] = letters[place] == "A" ? "B" : "A"
            let altered = PageRequest(limit: 2, cursor: String(letters))
            #expect(await refuses { () async throws(FeedError) in try await world.feed.feed(of: ben, altered) })
        }
        for text in ["", "A", cursor + "A", String(repeating: "A", count: 2_000)] {
            let forged = PageRequest(limit: 2, cursor: text)
            #expect(await refuses { () async throws(FeedError) in try await world.feed.feed(of: ben, forged) })
        }
    }

    @Test func `every cursor and mark is as long as every other`() async throws {
        let world = try await world()
        var lengths: Set<Int> = []
        for name in ["ben", "cleo"] {
            let person = try await world.id(name)
            for limit in 1...4 {
                let page = try await world.feed.feed(of: person, PageRequest(limit: limit)).value
                lengths.insert(try #require(page.next).utf8.count)
                lengths.insert(try #require(page.mark).utf8.count)
            }
        }
        #expect(lengths.count == 1)
    }

    @Test func `a cursor replayed after a narrowing shows nothing of what was taken away`() async throws {
        let world = try await world()
        let ben = try await world.id("ben")
        let cursor = try #require(try await world.feed.feed(of: ben, PageRequest(limit: 2)).value.next)
        try await world.block("ben", by: "ada")
        let page = try await world.feed.feed(of: ben, PageRequest(limit: 2, cursor: cursor)).value
        #expect(page.items.isEmpty && page.next == nil)
    }
}
