public import Domain
import GRDB
public import Storage

/// Wrapped keys in a SQLite file of their own, so that a copy of the records never brings a key along.
///
/// What was deleted or replaced is overwritten with zeros in the file, and the log that still held it is emptied,
/// before `commit` returns. The codes in the errors are SQLite's extended result codes.
public final class SQLiteKeyStore: Sendable {
    private let file: SQLiteFile

    /// Opens the file at the path, and brings an older schema up to date.
    ///
    /// `writerCacheBytes` is what the pages of the writing connection may take in memory; the default suits an import.
    /// Throws ``StorageError/schemaMismatch(found:expected:)`` when a newer version wrote it, or when it is something
    /// else; ``StorageError/readFailed(code:)`` when it is not there.
    public init(path: String, writerCacheBytes: Int? = nil) throws(StorageError) {
        file = try SQLiteFile(path: path, schema: .keys, tuning: .keys(writerCacheBytes: writerCacheBytes))
    }

    /// Makes the file, of mode 0600, and opens it.
    ///
    /// Throws when there is something at the path.
    public static func create(path: String) throws(StorageError) -> SQLiteKeyStore {
        try SQLiteFile.create(path: path)
        return try SQLiteKeyStore(path: path)
    }

    /// The version of the schema that this program writes.
    public static var currentSchemaVersion: Int { Schema.keys.version }

    /// The version of the schema that the file has.
    public func schemaVersion() async throws(StorageError) -> Int {
        try await file.schemaVersion()
    }

    /// Whether the file hangs together; reads all of it.
    public func quickCheck() async throws(StorageError) -> Bool {
        try await file.quickCheck()
    }

    /// What the file and its log take on disk.
    public var fileSizes: FileSizes { file.sizes() }

    /// Waits for what is under way, empties the log, and lets go of the file.
    ///
    /// Does nothing the second time.
    public func close() throws(StorageError) {
        try file.close()
    }
}

extension SQLiteKeyStore: KeyStore {
    public func wraps(at addresses: [Address]) async throws(StorageError) -> [SealedBox?] {
        if addresses.isEmpty { return [] }
        return try await file.read { database in
            try BoxTable.wraps.boxes(at: addresses, in: database)
        }
    }

    public func append(_ batch: SealedBatch) async throws(StorageError) {
        if batch.isEmpty { return }
        try await file.write { database in
            try BoxTable.wraps.apply(batch, in: database)
        }
    }

    public func holdsResidue(of boxes: [SealedBox]) async throws(StorageError) -> Bool {
        try await file.holdsResidue(of: boxes.map(\.bytes))
    }

    /// When it throws ``StorageError/writeFailed(code:)`` with the code of `SQLITE_BUSY`, the writes may be done and
    /// residue be left in the log, because a read went on for ten seconds: committing the same batch again removes it.
    public func commit(_ batch: SealedBatch) async throws(StorageError) {
        if batch.isEmpty { return }
        try await file.writeOutsideTransaction { database in
            var leavesResidue = false
            try database.inTransaction(.immediate) {
                leavesResidue = try BoxTable.wraps.erases(batch, in: database)
                try BoxTable.wraps.apply(batch, in: database)
                return .commit
            }
            if leavesResidue { try database.checkpoint(.truncate) }
        }
    }
}
