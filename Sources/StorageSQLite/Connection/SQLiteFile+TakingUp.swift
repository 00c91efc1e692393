import GRDB
import Synchronization

/// The log is taken up into the file and cut back to nothing soon after each commit.
///
/// Every transaction in a log ends with a mark, so that its pages, and by comparison its boxes, are known to belong together:
/// what somebody bought and that somebody's head. Whoever copies the files while they are served ties to their owners the
/// purchases that are still in the log, and none that were taken up before.
extension SQLiteFile {
    /// How long another reader may hold up the writer while the log is cut back; tried again when that was not enough.
    private static let patienceMilliseconds = 25
    private static let ordinaryPatienceMilliseconds = 10_000

    /// Has the log taken up after a while, once for all the writes until then.
    func noteWrite() {
        let isFirst = isTakingUpDue.withLock { isDue in
            defer { isDue = true }
            return !isDue
        }
        guard isFirst else { return }
        tuning.afterLogLifetime { [weak self] in self?.takeUpLater() }
    }

    private func takeUpLater() {
        pool.asyncWriteWithoutTransaction { [weak self] database in
            guard let self, !isClosed.withLock(\.self) else { return }
            isTakingUpDue.withLock { $0 = false }
            do { try takeUp(database) } catch { noteWrite() }
        }
    }

    /// Copies the log into the file, cuts it back to nothing, and clears its index.
    ///
    /// Throws when somebody reads an older state for longer than this waits; what could be copied is copied then.
    private func takeUp(_ database: Database) throws {
        try database.execute(sql: "PRAGMA busy_timeout = \(Self.patienceMilliseconds)")
        defer { try? database.execute(sql: "PRAGMA busy_timeout = \(Self.ordinaryPatienceMilliseconds)") }
        try Self.empty(database)
    }

    /// Empties the log and its index, as long as it takes.
    static func empty(_ database: Database) throws {
        try database.checkpoint(.truncate)
        try database.inTransaction(.immediate) {
            try OpenFiles(of: database).clearIndex()
            return .commit
        }
    }
}
