import Dispatch
import Domain
import Foundation
import Storage
import Synchronization
import Testing
import VitrineTesting

@testable import StorageSQLite

/// The log, which tells what was written together, is taken up soon after each commit.
struct TakingUpTests {
    /// What would be done later, done when the test says so.
    final class Later: Sendable {
        private let waiting = Mutex<[@Sendable () -> Void]>([])

        var count: Int { waiting.withLock(\.count) }

        func take(_ work: @escaping @Sendable () -> Void) { waiting.withLock { $0.append(work) } }

        /// Returns when it was done, on the writing connection of the store.
        func happen(in store: SQLiteDataStore) async throws {
            let works = waiting.withLock { waiting in
                defer { waiting = [] }
                return waiting
            }
            for work in works { work() }
            try await store.file.writeOutsideTransaction { _ in }
        }
    }

    private let directory: TemporaryDirectory
    private let path: String
    private let later = Later()
    private let store: SQLiteDataStore

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.path("vitrine.db")
        try SQLiteFile.create(path: path)
        var tuning = ConnectionTuning.data(writerCacheBytes: nil)
        tuning.afterLogLifetime = later.take
        store = try SQLiteDataStore(path: path, tuning: tuning)
    }

    private func write(_ count: Int, seed: UInt64 = 11) async throws -> [Address] {
        var random = SplitMix64(seed: seed)
        var addresses: [Address] = []
        for _ in 0..<count {
            var batch = SealedBatch()
            addresses.append(Address(bytes: random.bytes(16)))
            batch.put(SealedBox(bytes: random.bytes(300)), at: addresses[addresses.count - 1])
            try await store.commit(batch)
        }
        return addresses
    }

    /// The entries of the log's index that name frames.
    private func index() async throws -> ArraySlice<UInt8> {
        try await store.file.readOutsideTransaction { try OpenFiles(of: $0).index() }.dropFirst(136)
    }

    @Test func `once for many commits the log is emptied, and its index names no page`() async throws {
        let addresses = try await write(30)
        #expect(later.count == 1)
        #expect(store.fileSizes.log > 30 * 4_096)
        #expect(try await index().contains { $0 != 0 })
        try await later.happen(in: store)
        #expect(store.fileSizes.log == 0)
        #expect(try await index().allSatisfy { $0 == 0 })
        #expect(try await store.boxes(at: addresses).allSatisfy { $0 != nil })
        // The store is written and read as before.
        _ = try await write(3, seed: 12)
        #expect(store.fileSizes.log > 0)
        #expect(try await store.quickCheck())
        try store.close()
    }

    @Test func `a log that somebody still reads is taken up when they are done`() async throws {
        let (store, later) = (self.store, self.later)
        let addresses = try await write(2)
        let (began, beginning) = AsyncStream.makeStream(of: Void.self)
        let end = DispatchSemaphore(value: 0)
        async let reading = store.file.read { database in
            let before = try BoxTable.sealed.count(in: database)
            beginning.yield()
            end.wait()
            return (before, try BoxTable.sealed.count(in: database))
        }
        for await _ in began { break }
        var batch = SealedBatch()
        batch.delete(addresses[0])
        try await store.commit(batch)
        try await later.happen(in: store)
        #expect(store.fileSizes.log > 0)
        #expect(later.count > 0, "it is tried again")
        end.signal()
        let counts = try await reading
        #expect(counts == (2, 2))
        try await later.happen(in: store)
        #expect(store.fileSizes.log == 0)
        try store.close()
    }

    @Test func `opening takes up the log that a kill has left`() async throws {
        let addresses = try await write(5)
        let copy = directory.path("copy.db")
        for suffix in ["", "-wal"] {
            #expect(try Tool.run(["cp", path + suffix, copy + suffix]).status == 0)
        }
        let reopened = try SQLiteDataStore(path: copy)
        #expect(reopened.fileSizes.log == 0)
        #expect(try await reopened.boxes(at: addresses).allSatisfy { $0 != nil })
        try reopened.close()
        try store.close()
    }
}
