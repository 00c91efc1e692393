import Foundation
import GRDB
import Storage

extension SQLiteFile {
    /// The version of the schema that the file has now.
    func schemaVersion() async throws(StorageError) -> Int {
        try await setting("user_version")
    }

    /// A number that SQLite keeps for the writing connection or the file.
    func setting(_ pragma: String) async throws(StorageError) -> Int {
        try await writeOutsideTransaction { database in
            try Int.fetchOne(database, sql: "PRAGMA \(pragma)") ?? 0
        }
    }

    /// Whether the pages of the file hang together.
    func quickCheck() async throws(StorageError) -> Bool {
        try await read { database in
            // One row a defect, or the single row `ok`; the text of a defect may quote what lies there, so it stays
            // here.
            try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok"
        }
    }

    /// What the file and its companions take on disk.
    func sizes() -> FileSizes {
        FileSizes(main: size(of: path), log: size(of: path + "-wal"), sharedMemory: size(of: path + "-shm"))
    }

    private func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
