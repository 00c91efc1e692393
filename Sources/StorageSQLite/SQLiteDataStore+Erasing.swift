public import Domain
import GRDB
public import Storage

extension SQLiteDataStore {
    /// Puts zeros in the place of what is deleted and replaced; pages that were split or joined may keep copies of it.
    public func overwrite(_ batch: SealedBatch) async throws(StorageError) {
        if batch.isEmpty { return }
        try await file.writeOutsideTransaction { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            defer { try? database.execute(sql: "PRAGMA secure_delete = OFF") }
            try database.inTransaction(.immediate) {
                try BoxTable.sealed.apply(batch, in: database)
                return .commit
            }
        }
    }

    public func removeResidue(of traces: Set<BoxTrace>, rebuilding: Bool) async throws(StorageError) {
        try await file.removeResidue(of: traces, rebuilding: rebuilding)
    }
}
