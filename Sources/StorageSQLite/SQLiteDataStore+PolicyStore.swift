public import Domain
import Foundation
import GRDB
public import Storage

extension SQLiteDataStore: PolicyStore {
    public func revisions() async throws(StorageError) -> [StoredRevision] {
        try await file.read { database in
            let rows = try Row.fetchCursor(
                database, sql: "SELECT name, decisions, memory, loaded_at FROM policy_revisions ORDER BY ordinal")
            var revisions: [StoredRevision] = []
            while let row = try rows.next() {
                revisions.append(
                    StoredRevision(
                        name: row[0], table: try bytes(1, of: row), memory: try bytes(2, of: row),
                        loadedAt: Instant(seconds: row[3])))
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
                sql: """
                    INSERT INTO policy_revisions (ordinal, name, decisions, memory, loaded_at) VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    ordinal, revision.name, Data(revision.table), Data(revision.memory), revision.loadedAt.seconds,
                ])
            return ordinal
        }
    }

    public func loads() async throws(StorageError) -> [StoredLoad] {
        try await file.read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT ordinal, at FROM policy_loads ORDER BY number")
            return rows.map { StoredLoad(ordinal: $0[0], at: Instant(seconds: $0[1])) }
        }
    }

    public func appendLoad(_ load: StoredLoad) async throws(StorageError) {
        try await file.write { database in
            try database.execute(
                sql: "INSERT INTO policy_loads (ordinal, at) VALUES (?, ?)", arguments: [load.ordinal, load.at.seconds])
        }
    }

    public func raises() async throws(StorageError) -> [(number: Int, raise: StoredRaise)] {
        try await file.read { database in
            let rows = try Row.fetchCursor(database, sql: "SELECT number, at, until, undo FROM raises ORDER BY number")
            var raises: [(number: Int, raise: StoredRaise)] = []
            while let row = try rows.next() {
                let raise = StoredRaise(
                    at: Instant(seconds: row[1]), until: Instant(seconds: row[2]), undo: try bytes(3, of: row))
                raises.append((row[0], raise))
            }
            return raises
        }
    }

    public func appendRaise(_ raise: StoredRaise) async throws(StorageError) -> Int {
        try await file.write { database in
            try database.execute(
                sql: "INSERT INTO raises (at, until, undo) VALUES (?, ?, ?)",
                arguments: [raise.at.seconds, raise.until.seconds, Data(raise.undo)])
            return Int(database.lastInsertedRowID)
        }
    }

    public func removeRaises(endedBy now: Instant) async throws(StorageError) {
        try await file.write { database in
            try database.execute(sql: "DELETE FROM raises WHERE until <= ?", arguments: [now.seconds])
        }
    }
}

/// The bytes of a column.
private func bytes(_ column: Int, of row: Row) throws -> [UInt8] {
    try row.withUnsafeData(atIndex: column) { $0.map { [UInt8]($0) } ?? [] }
}
