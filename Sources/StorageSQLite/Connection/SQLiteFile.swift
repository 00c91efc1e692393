import Foundation
import GRDB
import Storage
import Synchronization

/// One database file: a writing connection, a pool of reading ones, and their errors in the words of ``StorageError``.
final class SQLiteFile: Sendable {
    let path: String
    let pool: DatabasePool
    let tuning: ConnectionTuning
    private let schema: Schema
    let isClosed = Mutex(false)
    /// Whether the log is going to be taken up.
    let isTakingUpDue = Mutex(false)

    /// Opens a file that is there, and brings an older schema up to date.
    init(path: String, schema: Schema, tuning: ConnectionTuning) throws(StorageError) {
        // SQLite would make what is missing, and a mistyped directory would then look like an empty store.
        guard FileManager.default.fileExists(atPath: path) else {
            throw .readFailed(code: ResultCode.SQLITE_CANTOPEN.rawValue)
        }
        self.path = path
        self.schema = schema
        self.tuning = tuning
        do {
            try schema.refuseForeignFile(at: path)
            pool = try DatabasePool(path: path, configuration: tuning.configuration)
            try pool.writeWithoutTransaction { database in
                // Here and not in `prepareDatabase`, as GRDB lowers it to NORMAL when it turns the log on.
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.execute(sql: "PRAGMA cache_size = \(-tuning.writerCacheKibibytes)")
            }
            try schema.migrator.migrate(pool)
            // A process that was killed left what was written last in the log, and bytes that a deletion was to take away.
            try pool.writeWithoutTransaction { try Self.empty($0) }
        } catch {
            throw StorageError(reading: error)
        }
    }

    /// Makes an empty file of mode 0600.
    ///
    /// Never touches what is there already.
    static func create(path: String) throws(StorageError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .writeFailed(code: ResultCode.SQLITE_CANTOPEN.rawValue) }
        // The mask of the process may have taken bits away, never added some; log and index get the mode of the file.
        _ = fchmod(descriptor, 0o600)
        Foundation.close(descriptor)
    }

    /// Reads from one state of the file; waits for no writer, but for its turn among them on a ``DiskThread``.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Value {
        try refuseIfClosed()
        if DiskThread.isCurrent {
            do { return try readInPlace(body) } catch { throw StorageError(reading: error) }
        }
        let result = await withCheckedContinuation { continuation in
            pool.asyncRead { [self] opened in
                continuation.resume(
                    returning: Result {
                        try refuseIfClosed()
                        return try body(opened.get())
                    })
            }
        }
        do { return try result.get() } catch { throw StorageError(reading: error) }
    }

    /// Runs on a reading connection in no transaction, so that it holds back neither writers nor the emptying of the log.
    func readOutsideTransaction<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Value {
        try refuseIfClosed()
        let result = await withCheckedContinuation { continuation in
            pool.asyncUnsafeRead { [self] opened in
                continuation.resume(
                    returning: Result {
                        try refuseIfClosed()
                        return try body(opened.get())
                    })
            }
        }
        do { return try result.get() } catch { throw StorageError(reading: error) }
    }

    /// Runs in one transaction, which is on disk when this returns, or leaves no trace when it throws.
    ///
    /// A cancelled task does not stop it: the caller always learns what became of its writes.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Value {
        try await writeOutsideTransaction { try Self.transaction(.immediate, in: $0, body) }
    }

    private static func transaction<Value>(
        _ kind: Database.TransactionKind, in database: Database, _ body: (Database) throws -> Value
    ) throws -> Value {
        var value: Value?
        try database.inTransaction(kind) {
            value = try body(database)
            return .commit
        }
        guard let value else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
        return value
    }

    /// Runs on the writing connection, between two transactions.
    func writeOutsideTransaction<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Value {
        try refuseIfClosed()
        if DiskThread.isCurrent {
            do { return try writeInPlace(body) } catch { throw StorageError(writing: error) }
        }
        let result = await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { [self] database in
                // Asked again, as the store may have been closed while this waited for its turn.
                continuation.resume(
                    returning: Result {
                        try refuseIfClosed()
                        defer { noteWrite() }
                        return try body(database)
                    })
            }
        }
        do { return try result.get() } catch { throw StorageError(writing: error) }
    }

    /// On the writing connection: what reads in place is about to write, and that connection keeps its pages from one of its
    /// commits to the next, where every other has to fetch them again.
    private func readInPlace<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try pool.writeWithoutTransaction { try Self.transaction(.deferred, in: $0, body) }
    }

    private func writeInPlace<Value>(_ body: (Database) throws -> Value) rethrows -> Value {
        defer { noteWrite() }
        return try pool.writeWithoutTransaction(body)
    }

    /// Copies all pages into another database; the copy is of one state, as it is read in one transaction.
    func copyPages(
        to target: any DatabaseWriter, pagesAStep: CInt, progress: @escaping (Double) -> Void
    ) throws {
        try refuseIfClosed()
        try pool.backup(to: target, pagesPerStep: pagesAStep) { step in
            let total = max(1, step.totalPageCount)
            progress(Double(step.completedPageCount) / Double(total))
        }
    }

    /// Empties the log into the file and lets go of both.
    ///
    /// Does nothing the second time. Waits for the reads and writes under way; whatever comes later throws
    /// ``StorageError/closed``.
    func close() throws(StorageError) {
        let wasClosed = isClosed.withLock { closed in
            defer { closed = true }
            return closed
        }
        guard !wasClosed else { return }
        do {
            // The pool closes its reading connections last, and those cannot empty the log, nor delete it and its index. What a read under way keeps
            // in it is copied at the next opening.
            try? pool.writeWithoutTransaction { try Self.empty($0) }
            try pool.close()
        } catch {
            throw StorageError(writing: error)
        }
    }

    private func refuseIfClosed() throws(StorageError) {
        if isClosed.withLock(\.self) { throw .closed }
    }
}
