import Disclosure
import Domain
import FeedBuilder
import Storage
import Synchronization
import Testing
import VitrineTesting

@testable import FeedAPI

/// Takes its time over each reading, and counts them.
private final class SlowStore: SealedStore {
    private let store: InMemoryStore
    private let readings = Mutex(0)
    var count: Int { readings.withLock(\.self) }

    init(_ store: InMemoryStore) { self.store = store }

    func boxes(at addresses: [Address]) async throws(StorageError) -> [SealedBox?] {
        readings.withLock { $0 += 1 }
        for _ in 0..<100 { await Task.yield() }
        return try await store.boxes(at: addresses)
    }

    func commit(_ batch: SealedBatch) async throws(StorageError) { try await store.commit(batch) }

    func count() async throws(StorageError) -> Int { try await store.count() }

    func count(notBeginningWith header: [UInt8]) async throws(StorageError) -> Int {
        try await store.count(notBeginningWith: header)
    }

    func addresses(notBeginningWith header: [UInt8]) async throws(StorageError) -> [Address] {
        try await store.addresses(notBeginningWith: header)
    }

    func boxes(
        ofByteCount byteCount: Int, after address: Address?, limit: Int
    ) async throws(StorageError) -> [(address: Address, box: SealedBox)] {
        try await store.boxes(ofByteCount: byteCount, after: address, limit: limit)
    }
}

@Suite struct FirstPagesTests {
    /// How many readings it takes when so many want Ben's first page at once, from a service that has nothing in memory.
    private func readings(wantedBy count: Int, limits: [Int] = [20]) async throws -> Int {
        let kept = Mutex<SlowStore?>(nil)
        var readings = 0
        try await ServiceWorld.run(records: { records in
            let store = SlowStore(records)
            kept.withLock { $0 = store }
            return store
        }) { world in
            let found = kept.withLock(\.self)
            let store = try #require(found)
            try await world.adaShares()
            let feeds = FeedService(point: world.point, reload: PolicyReload(point: world.point, load: nil)).feeds
            let pages = FirstPages(feeds: feeds)
            let handle = try #require(Handle("ben"))
            let ben = try #require(try await world.point.people.find(handle))
            let before = store.count
            let items = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<count {
                    let page = PageRequest(limit: limits[number % limits.count])
                    group.addTask { try await pages.page(page, of: ben).value.items.count }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(Set(items) == Set(limits.map { min(3, $0) }))
            readings = store.count - before
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
