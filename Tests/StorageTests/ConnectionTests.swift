import Foundation
import Storage
import Testing
import VitrineTesting

@testable import StorageSQLite

/// What the connections are set to, as SQLite itself tells it.
struct ConnectionTests {
    /// GRDB lowers it to NORMAL (1) by itself, with which an acknowledged hiding can come back after a power cut.
    @Test func `every commit waits for the disk`() async throws {
        let directory = try TemporaryDirectory()
        for (name, tuning) in [("vitrine.db", ConnectionTuning.data(writerCacheBytes: 1 << 20)), ("keys.db", .keys())] {
            try SQLiteFile.create(path: directory.path(name))
            let file = try SQLiteFile(path: directory.path(name), schema: .data, tuning: tuning)
            #expect(try await file.setting("synchronous") == 2)
            #expect(try await file.setting("cache_size") == -tuning.writerCacheKibibytes)
            #expect(try await file.setting("trusted_schema") == 0)
            #expect(try await file.setting("cell_size_check") == 1)
            #expect(try await file.setting("temp_store") == 2)
            #expect(try await file.setting("secure_delete") == (tuning.erasesFreedBytes ? 1 : 0))
            try file.close()
        }
    }

    @Test func `a task on the thread of a store asks files in place, and none that is closed`() async throws {
        let directory = try TemporaryDirectory()
        let data = try SQLiteDataStore.create(path: directory.path("vitrine.db"))
        try SQLiteFile.create(path: directory.path("keys.db"))
        let keys = try SQLiteFile(path: directory.path("keys.db"), schema: .keys, tuning: .keys())
        let executor = try #require(data.executor)
        try await Task(executorPreference: executor) {
            for file in [data.file, keys] {
                let here = thread()
                #expect(try await file.read { _ in thread() } == here)
                #expect(try await file.write { _ in thread() } == here)
                try file.close()
                await #expect(throws: StorageError.closed) { try await file.read { _ in thread() } }
                await #expect(throws: StorageError.closed) { try await file.write { _ in thread() } }
            }
        }.value
    }
}

/// The one that this runs on.
private func thread() -> UInt { UInt(pthread_self()) }
