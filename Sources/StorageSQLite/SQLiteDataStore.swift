public import Storage

/// Sealed records, catalogue and policy revisions in one SQLite file.
///
/// Writes are on disk when they return (write-ahead log, `synchronous = FULL`: with `NORMAL` an acknowledged hiding
/// could come back after a power cut). Reads see one state each and wait for no writer; those of a task on ``executor``
/// take their turn among the writes. The codes in the errors are SQLite's extended result codes.
public final class SQLiteDataStore: Sendable {
    let file: SQLiteFile
    private let thread = DiskThread()

    /// A thread that waits for the disk in place.
    public var executor: (any TaskExecutor)? { thread }

    /// Opens the file at the path, and brings an older schema up to date.
    ///
    /// `writerCacheBytes` is what the pages of the writing connection may take in memory; the default suits an import.
    /// Throws ``StorageError/schemaMismatch(found:expected:)`` when a newer version wrote it, or when it is something
    /// else; ``StorageError/readFailed(code:)`` when it is not there.
    public init(path: String, writerCacheBytes: Int? = nil) throws(StorageError) {
        file = try SQLiteFile(path: path, schema: .data, tuning: .data(writerCacheBytes: writerCacheBytes))
    }

    init(path: String, tuning: ConnectionTuning) throws(StorageError) {
        file = try SQLiteFile(path: path, schema: .data, tuning: tuning)
    }

    /// Makes the file, of mode 0600, and opens it.
    ///
    /// Throws when there is something at the path.
    public static func create(path: String) throws(StorageError) -> SQLiteDataStore {
        try SQLiteFile.create(path: path)
        return try SQLiteDataStore(path: path)
    }

    /// The version of the schema that this program writes.
    public static var currentSchemaVersion: Int { Schema.data.version }

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
