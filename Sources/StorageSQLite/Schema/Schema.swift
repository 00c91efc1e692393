import GRDB
import Storage

/// What a file must look like: who it belongs to, and the steps that lead to the newest version.
struct Schema: Sendable {
    /// Marks the file as this system's, and of which kind (<https://www.sqlite.org/pragma.html#pragma_application_id>).
    let applicationID: Int32
    /// The statements that lead from each version to the next, from version 0, an empty file.
    ///
    /// Never edited, only added to.
    let steps: [String]

    /// The version that this program writes.
    var version: Int { steps.count }

    var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (index, step) in steps.enumerated() {
            migrator.registerMigration("\(index + 1)") { [applicationID] database in
                try database.execute(sql: step)
                try database.execute(sql: "PRAGMA user_version = \(index + 1)")
                try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            }
        }
        return migrator
    }

    /// Throws ``StorageError/schemaMismatch(found:expected:)`` when the file belongs to a newer version or is of
    /// another kind.
    ///
    /// Looks before a pool is made, as the mode that a pool sets is written into the file.
    func refuseForeignFile(at path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        try queue.read { database in
            let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            let owner = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
            guard found <= version, owner == applicationID || isEmpty else {
                throw StorageError.schemaMismatch(found: found, expected: version)
            }
        }
    }
}
