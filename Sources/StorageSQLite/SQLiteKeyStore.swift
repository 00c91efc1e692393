public import Domain
import GRDB
public import Storage

/// Wrapped keys in a SQLite file of their own, so that a copy of the records never brings a key along.
///
/// What was deleted or replaced is overwritten with zeros in the file, the log that still held it is emptied, and the file is
/// written anew where a copy is left, before `commit` returns. The codes in the errors are SQLite's extended result codes.
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

    /// Whether the nonce of any of the boxes still lies in the files.
    func holdsResidue(of boxes: [SealedBox]) async throws(StorageError) -> Bool {
        try await file.holdsResidue(of: Set(boxes.compactMap(BoxTrace.init)))
    }

    public func removeResidue(of traces: Set<BoxTrace>, rebuilding: Bool) async throws(StorageError) {
        try await file.removeResidue(of: traces, rebuilding: rebuilding)
    }

    /// When it throws, the writes may be done and residue be left: committing the same batch again removes it.
    public func commit(_ batch: SealedBatch) async throws(StorageError) {
        if batch.isEmpty { return }
        let former = try await file.write { database in
            let former = try BoxTable.wraps.boxes(at: Array(batch.writes.keys), in: database)
            try BoxTable.wraps.apply(batch, in: database)
            return former.compactMap { $0.flatMap(BoxTrace.init) }
        }
        // Deletions of what is not there may be those of a commit whose residue could not be removed the first time.
        let isRepeated = former.isEmpty && batch.writes.contains { $0.value == nil }
        if former.isEmpty, !isRepeated { return }
        try await file.removeResidue(of: Set(former), rebuilding: isRepeated)
    }
}
