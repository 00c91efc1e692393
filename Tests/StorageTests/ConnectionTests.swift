import Storage
import Testing
import VitrineTesting

@testable import StorageSQLite

/// What the connections are set to, as SQLite itself tells it.
struct ConnectionTests {
    /// GRDB lowers it to NORMAL (1) by itself, with which an acknowledged hiding can come back after a power cut.
    @Test func `every commit waits for the disk`() async throws {
        let directory = try TemporaryDirectory()
        for (name, tuning) in [("vitrine.db", ConnectionTuning.data(writerCacheBytes: 1 << 20)), ("keys.db", .keys)] {
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
}
