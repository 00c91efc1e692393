import Domain
import Foundation
import Storage
import Testing
import VitrineTesting

@testable import StorageSQLite

/// What is on disk after a store is closed, copied or killed.
struct SQLiteDurabilityTests {
    private let directory: TemporaryDirectory
    private let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.path("vitrine.db")
    }

    @Test func `a store that was closed and opened again holds what it held`() async throws {
        let world = SampleWorld(seed: 1)
        let store = try SQLiteDataStore.create(path: path)
        try await world.put(into: store)
        try store.close()
        let reopened = try SQLiteDataStore(path: path)
        try await world.expectAll(in: reopened)
        #expect(try await reopened.quickCheck())
        #expect(try await reopened.schemaVersion() == SQLiteDataStore.currentSchemaVersion)
    }

    /// The copy is what a killed process leaves: nothing is flushed, closed or emptied first.
    @Test func `what was committed is in a copy of the files taken while the store is open`() async throws {
        let world = SampleWorld(seed: 2)
        let store = try createKeepingLog()
        try await world.put(into: store)
        let copy = try copyFiles(to: "copy.db")
        try await world.expectAll(in: SQLiteDataStore(path: copy))
        try store.close()
    }

    /// Cuts the log at every length between two commits, as a kill in the middle of the second would.
    @Test func `a commit that was cut short leaves nothing of itself and all of the one before`() async throws {
        var random = SplitMix64(seed: 3)
        let addresses = (0..<40).map { _ in Address(bytes: random.bytes(16)) }
        let store = try createKeepingLog()
        let old = SealedBox(bytes: [UInt8](repeating: 1, count: 500))
        let new = SealedBox(bytes: [UInt8](repeating: 2, count: 500))
        try await store.commit(.putting(old, at: addresses))
        let before = store.fileSizes.log
        try await store.commit(.putting(new, at: addresses))
        let after = store.fileSizes.log
        #expect(after > before)
        var outcomes: Set<SealedBox?> = []
        for (number, length) in stride(from: before, through: after, by: 1_000).enumerated() {
            let copy = try copyFiles(to: "cut-\(number).db", logLength: length)
            let found = Set(try await SQLiteDataStore(path: copy).boxes(at: addresses))
            #expect(found.count == 1, "half a batch at \(length) bytes of the log")
            outcomes.formUnion(found)
        }
        #expect(outcomes.contains(old))
        let whole = try copyFiles(to: "whole.db", logLength: after)
        #expect(try await Set(SQLiteDataStore(path: whole).boxes(at: addresses)) == [new])
        try store.close()
    }

    @Test func `a closed store says so, and closing twice does nothing`() async throws {
        let store = try SQLiteDataStore.create(path: path)
        try store.close()
        try store.close()
        var random = SplitMix64(seed: 4)
        let address = Address(bytes: random.bytes(16))
        await #expect(throws: StorageError.closed) { try await store.boxes(at: [address]) }
        await #expect(throws: StorageError.closed) {
            try await store.commit(.putting(SealedBox(bytes: []), at: [address]))
        }
        await #expect(throws: StorageError.closed) { try await store.products() }
    }

    @Test func `closing waits for what is under way, and refuses the rest`() async throws {
        let store = try SQLiteDataStore.create(path: path)
        var random = SplitMix64(seed: 7)
        let addresses = (0..<400).map { _ in Address(bytes: random.bytes(16)) }
        let box = SealedBox(bytes: random.bytes(64))
        let written = try await withThrowingTaskGroup(of: Address?.self, returning: [Address].self) { group in
            for (index, address) in addresses.enumerated() {
                group.addTask {
                    do {
                        if index == 200 { try store.close() }
                        try await store.commit(.putting(box, at: [address]))
                        _ = try await store.boxes(at: [address])
                        return address
                    } catch StorageError.closed {
                        return nil
                    }
                }
            }
            return try await group.reduce(into: []) { if let address = $1 { $0.append(address) } }
        }
        let reopened = try SQLiteDataStore(path: path)
        #expect(try await reopened.boxes(at: written).allSatisfy { $0 == box })
        try reopened.close()
    }

    @Test func `a cancelled task still learns that its commit is done`() async throws {
        let store = try SQLiteDataStore.create(path: path)
        var random = SplitMix64(seed: 5)
        let address = Address(bytes: random.bytes(16))
        let box = SealedBox(bytes: random.bytes(64))
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await store.commit(.putting(box, at: [address]))
        }
        try await task.value
        #expect(try await store.boxes(at: [address]) == [box])
        try store.close()
    }

    @Test func `the log stays bounded while commits and reads go on`() async throws {
        let store = try SQLiteDataStore.create(path: path)
        var random = SplitMix64(seed: 6)
        let box = SealedBox(bytes: random.bytes(2_000))
        for _ in 0..<40 {
            var batch = SealedBatch()
            for _ in 0..<1_500 { batch.put(box, at: Address(bytes: random.bytes(16))) }
            let address = Address(bytes: random.bytes(16))
            async let read = store.boxes(at: [address])
            try await store.commit(batch)
            _ = try await read
        }
        #expect(store.fileSizes.total > 150_000_000)
        #expect(store.fileSizes.log < 80_000_000)
        try store.close()
        #expect(store.fileSizes.log == 0)
    }

    /// A store whose log is never taken up, so that files that are copied one after the other are of one moment.
    private func createKeepingLog() throws -> SQLiteDataStore {
        try SQLiteFile.create(path: path)
        var tuning = ConnectionTuning.data(writerCacheBytes: nil)
        tuning.afterLogLifetime = { _ in }
        return try SQLiteDataStore(path: path, tuning: tuning)
    }

    private func copyFiles(to name: String, logLength: Int? = nil) throws -> String {
        let copy = directory.path(name)
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        try FileManager.default.copyItem(atPath: path + "-wal", toPath: copy + "-wal")
        if let logLength {
            let log = try #require(FileHandle(forWritingAtPath: copy + "-wal"))
            try log.truncate(atOffset: UInt64(logLength))
            try log.close()
        }
        return copy
    }
}

extension SealedBatch {
    fileprivate static func putting(_ box: SealedBox, at addresses: [Address]) -> SealedBatch {
        var batch = SealedBatch()
        for address in addresses { batch.put(box, at: address) }
        return batch
    }
}
