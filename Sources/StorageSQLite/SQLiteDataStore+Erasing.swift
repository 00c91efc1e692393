import Domain
import GRDB
public import Storage

extension SQLiteDataStore {
    /// Deletes with zeros in the place of what is deleted, empties the log, and looks the raw files over; where anything is
    /// left, in pages that were split or freed earlier, or where that is asked for, the file is written anew.
    public func erase(_ batch: SealedBatch, compacting: Bool) async throws(StorageError) {
        if batch.isEmpty { return }
        let doomed = batch.writes.compactMap { $0.value == nil ? $0.key : nil }
        let boxes = try await boxes(at: doomed).compactMap { $0?.bytes }
        try await file.writeOutsideTransaction { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            defer { try? database.execute(sql: "PRAGMA secure_delete = OFF") }
            try database.inTransaction(.immediate) {
                try BoxTable.sealed.apply(batch, in: database)
                return .commit
            }
            try database.checkpoint(.truncate)
        }
        if !compacting, try await !file.holdsResidue(of: boxes) { return }
        try await file.writeOutsideTransaction { database in
            try database.execute(sql: "VACUUM")
            try database.checkpoint(.truncate)
        }
        if try await file.holdsResidue(of: boxes) { throw .writeFailed(code: ResultCode.SQLITE_IOERR_DELETE.rawValue) }
    }
}
