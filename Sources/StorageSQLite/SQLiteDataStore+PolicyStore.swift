import Domain
import Foundation
import GRDB
public import Storage

extension SQLiteDataStore: PolicyStore {
    public func revisions() async throws(StorageError) -> [StoredRevision] {
        try await file.read { database in
            let rows = try Row.fetchCursor(
                database, sql: "SELECT name, decisions, loaded_at FROM policy_revisions ORDER BY ordinal")
            var revisions: [StoredRevision] = []
            while let row = try rows.next() {
                revisions.append(
                    StoredRevision(
                        name: row[0], table: try row.withUnsafeData(atIndex: 1) { $0.map { [UInt8]($0) } ?? [] },
                        loadedAt: Instant(seconds: row[2])))
            }
            return revisions
        }
    }

    public func appendRevision(_ revision: StoredRevision) async throws(StorageError) -> Int {
        try await file.write { database in
            let known = try Int.fetchOne(
                database, sql: "SELECT ordinal FROM policy_revisions WHERE name = ?", arguments: [revision.name])
            if let known {
                try database.execute(
                    sql: "UPDATE policy_revisions SET decisions = ? WHERE ordinal = ? AND length(decisions) = 0",
                    arguments: [Data(revision.table), known])
                return known
            }
            let ordinal = try Int.fetchOne(database, sql: "SELECT count(*) FROM policy_revisions") ?? 0
            try database.execute(
                sql: "INSERT INTO policy_revisions (ordinal, name, decisions, loaded_at) VALUES (?, ?, ?, ?)",
                arguments: [ordinal, revision.name, Data(revision.table), revision.loadedAt.seconds])
            return ordinal
        }
    }
}
