public import Domain
import Foundation
import GRDB
public import Storage

extension SQLiteDataStore {
    private static let pagesAStep: CInt = 2_048

    /// Copies the whole database, as it is at one moment, into a new file of mode 0600; reads and writes go on meanwhile.
    ///
    /// The copy is one file without a log and holds no freed page. `progress` is told the fraction that is done.
    public func copy(to path: String, progress: @escaping @Sendable (Double) -> Void) async throws(StorageError) {
        try SQLiteFile.create(path: path)
        try await file.copy(to: path, pagesAStep: Self.pagesAStep, progress: progress)
    }

    /// What lies at an address in a copy.
    public static func box(at address: Address, inCopy path: String) throws(StorageError) -> SealedBox? {
        do {
            let queue = try DatabaseQueue(path: path)
            defer { try? queue.close() }
            return try queue.read { try BoxTable.sealed.boxes(at: [address], in: $0)[0] }
        } catch {
            throw StorageError(reading: error)
        }
    }

    /// How many boxes a copy that lies in a file of its own holds; nothing when it does not hang together.
    ///
    /// Throws ``StorageError/schemaMismatch(found:expected:)`` when a newer version wrote it, or it is something else.
    public static func examineCopy(at path: String) throws(StorageError) -> Int? {
        do {
            try Schema.data.refuseForeignFile(at: path)
            let queue = try DatabaseQueue(path: path)
            defer { try? queue.close() }
            return try queue.read { database in
                guard try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") == "ok" else { return nil }
                return try BoxTable.sealed.count(in: database)
            }
        } catch {
            throw StorageError(reading: error)
        }
    }
}
