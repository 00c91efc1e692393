import Foundation
import VitrineTesting

/// Another program that opens the databases of a running server: Python's SQLite, where there is one.
enum OutsideProgram {
    /// Whether this machine has it; the tests that need it say so when they are skipped.
    static let isThere = (try? Tool.run(["python3", "-c", "import sqlite3"]))?.status == 0

    /// Runs a script with the paths of both databases as its arguments; `false` when it failed.
    @discardableResult
    static func run(_ script: String, in directory: String) throws -> Bool {
        let outcome = try Tool.run(
            ["python3", "-c", script, directory + "/vitrine.db", directory + "/keys.db"], withErrors: true)
        if outcome.status != 0 { print(String(decoding: outcome.output, as: UTF8.self)) }
        return outcome.status == 0
    }

    /// Opens, reads and closes, as `sqlite3 FILE 'SELECT …'` does.
    static let reader = """
        import sqlite3, sys
        for path in sys.argv[1:]:
            database = sqlite3.connect(path, timeout=20)
            database.execute("SELECT count(*) FROM sqlite_schema").fetchall()
            database.close()
        """

    /// Takes the place of the writer and gives it back, and takes up the log.
    static let writer = """
        import sqlite3, sys
        for path in sys.argv[1:]:
            database = sqlite3.connect(path, timeout=20, isolation_level=None)
            database.execute("BEGIN IMMEDIATE")
            version = database.execute("PRAGMA user_version").fetchone()[0]
            database.execute(f"PRAGMA user_version = {version}")
            database.execute("COMMIT")
            database.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            database.close()
        """

    /// Copies as replicators do, by SQLite's own means.
    static let copier = """
        import sqlite3, sys, tempfile, os
        for path in sys.argv[1:]:
            with tempfile.TemporaryDirectory() as directory:
                source, target = sqlite3.connect(path, timeout=20), sqlite3.connect(os.path.join(directory, "copy"))
                source.backup(target)
                assert target.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
                target.close()
                source.close()
        """

    static let all = [reader, writer, copier]
}
