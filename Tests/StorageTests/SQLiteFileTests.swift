import Domain
import Foundation
import Storage
import StorageSQLite
import Testing
import VitrineTesting

/// The files themselves: who may read them, and what is refused.
struct SQLiteFileTests {
    private let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    @Test func `database, log and index may be read by their owner alone`() async throws {
        let data = try SQLiteDataStore.create(path: directory.path("vitrine.db"))
        let keys = try SQLiteKeyStore.create(path: directory.path("keys.db"))
        try await SampleWorld(seed: 1).put(into: data)
        var batch = SealedBatch()
        batch.put(SealedBox(bytes: [1]), at: Address(bytes: [UInt8](repeating: 1, count: 16)))
        try await keys.commit(batch)
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        #expect(
            Set(names).isSuperset(of: ["vitrine.db", "vitrine.db-wal", "vitrine.db-shm", "keys.db", "keys.db-wal"]))
        for name in names {
            let attributes = try FileManager.default.attributesOfItem(atPath: directory.path(name))
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        try data.close()
        try keys.close()
    }

    @Test func `nothing is made where a store was only to be opened`() throws {
        let path = directory.path("vitrine.db")
        #expect(throws: StorageError.readFailed(code: 14)) { try SQLiteDataStore(path: path) }
        #expect(throws: StorageError.readFailed(code: 14)) { try SQLiteKeyStore(path: path) }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `making a store leaves alone what is there`() throws {
        let path = directory.path("vitrine.db")
        try SQLiteDataStore.create(path: path).close()
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(throws: StorageError.writeFailed(code: 14)) { try SQLiteDataStore.create(path: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test func `a file of a newer version is refused, and left as it is`() throws {
        let path = directory.path("vitrine.db")
        try SQLiteDataStore.create(path: path).close()
        try overwriteHeader(of: path, at: 60, with: 7)
        let before = try Data(contentsOf: URL(filePath: path))
        let mismatch = StorageError.schemaMismatch(found: 7, expected: SQLiteDataStore.currentSchemaVersion)
        #expect(throws: mismatch) { try SQLiteDataStore(path: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test func `keys are no records, and records are no keys`() throws {
        try SQLiteDataStore.create(path: directory.path("vitrine.db")).close()
        try SQLiteKeyStore.create(path: directory.path("keys.db")).close()
        let (data, keys) = (SQLiteDataStore.currentSchemaVersion, SQLiteKeyStore.currentSchemaVersion)
        #expect(throws: StorageError.schemaMismatch(found: data, expected: keys)) {
            try SQLiteKeyStore(path: directory.path("vitrine.db"))
        }
        #expect(throws: StorageError.schemaMismatch(found: keys, expected: data)) {
            try SQLiteDataStore(path: directory.path("keys.db"))
        }
    }

    @Test func `what is no database is refused`() throws {
        let path = directory.path("vitrine.db")
        try Data("a shopping list, and no database at all".utf8).write(to: URL(filePath: path))
        #expect(throws: StorageError.readFailed(code: 26)) { try SQLiteDataStore(path: path) }
    }

    @Test func `a torn page is found by the check`() async throws {
        let path = directory.path("vitrine.db")
        let store = try SQLiteDataStore.create(path: path)
        try await SampleWorld(seed: 2).put(into: store)
        #expect(try await store.quickCheck())
        try store.close()
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        for page in 5..<60 {
            try file.seek(toOffset: UInt64(page * 4096))
            try file.write(contentsOf: [UInt8](repeating: 0x5A, count: 64))
        }
        try file.close()
        let torn = try SQLiteDataStore(path: path)
        let isSound = try? await torn.quickCheck()
        #expect(isSound != true)
    }

    /// Big-endian integers of four bytes, as the header of the file format has them.
    private func overwriteHeader(of path: String, at offset: UInt64, with value: UInt8) throws {
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        try file.seek(toOffset: offset)
        try file.write(contentsOf: [0, 0, 0, value])
        try file.close()
    }
}
