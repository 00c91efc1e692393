import Disclosure
import Domain
import FeedBuilder
import Testing
import VitrineTesting

@testable import FeedAPI

@Suite struct FirstPagesTests {
    /// How many readings it takes when so many want Ben's first page at once, from a service that has nothing in memory.
    private func readings(wantedBy count: Int, limits: [Int] = [20]) async throws -> Int {
        var readings = 0
        try await ServiceWorld.run(over: UnhurriedStore.init) { world, store in
            try await world.adaShares()
            let feeds = FeedService(point: world.point, reload: PolicyReload(point: world.point, load: nil)).feeds
            let pages = FirstPages(feeds: feeds)
            let handle = try #require(Handle("ben"))
            let ben = try #require(try await world.point.people.find(handle))
            let before = store.readings
            let items = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<count {
                    let page = PageRequest(limit: limits[number % limits.count])
                    group.addTask { try await pages.page(page, of: ben).value.items.count }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(Set(items) == Set(limits.map { min(3, $0) }))
            readings = store.readings - before
        }
        return readings
    }

    @Test func `a page that many want at once is made once, one of another length by itself`() async throws {
        let once = try await readings(wantedBy: 1)
        #expect(once > 1)
        #expect(try await readings(wantedBy: 12) == once)
        #expect(try await readings(wantedBy: 12, limits: [20, 2]) >= once)
    }
}
