import Domain
import GRDB
import Storage

extension SQLiteFile {
    /// How a look for residue ended.
    private enum Outcome {
        case clean
        /// A reader keeps the log from being emptied.
        case logIsHeld
        /// Residue was found in a file that had just been written anew.
        case residue
    }

    private static let attempts = 10
    /// How long one attempt waits for readers, in milliseconds; other writes wait as long.
    private static let patience = 200
    /// The pause after the first attempt; every further one is longer by as much.
    private static let pause = Duration.milliseconds(50)

    /// Empties the log and looks for the traces byte by byte; writes the file anew where one is found, or where that is asked
    /// for, and looks again.
    ///
    /// Pages that were split or joined keep copies of their former records, which `secure_delete` does not reach; a file that is
    /// written anew has none. Other writes go on between two attempts.
    func removeResidue(of traces: Set<BoxTrace>, rebuilding: Bool) async throws(StorageError) {
        var isRebuilt = !rebuilding
        var last = Outcome.clean
        for attempt in 1...Self.attempts {
            let mustRebuild = !isRebuilt
            (last, isRebuilt) = try await writeOutsideTransaction { [self] database in
                try attemptRemoval(of: traces, rebuilding: mustRebuild, in: database)
            }
            if case .clean = last { return }
            try? await Task.sleep(for: Self.pause * attempt)
        }
        switch last {
        case .clean, .logIsHeld: throw .writeFailed(code: ResultCode.SQLITE_BUSY.rawValue)
        case .residue: throw .writeFailed(code: ResultCode.SQLITE_IOERR_DELETE.rawValue)
        }
    }

    /// INVARIANT: on the writing connection, so that nothing moves from the log into the file while both are looked through.
    private func attemptRemoval(
        of traces: Set<BoxTrace>, rebuilding: Bool, in database: Database
    ) throws -> (Outcome, isRebuilt: Bool) {
        guard try emptyLog(database) else { return (.logIsHeld, !rebuilding) }
        if !rebuilding, try !Self.holdsResidue(of: traces, in: database) { return (.clean, true) }
        try database.execute(sql: "VACUUM")
        guard try emptyLog(database) else { return (.logIsHeld, true) }
        return (try Self.holdsResidue(of: traces, in: database) ? .residue : .clean, true)
    }

    /// Copies the log into the file and cuts it to no length.
    ///
    /// Returns `false` if a reader, in this process or another, is in the way.
    func emptyLog(_ database: Database) throws -> Bool {
        let former = try Int.fetchOne(database, sql: "PRAGMA busy_timeout") ?? 0
        try database.execute(sql: "PRAGMA busy_timeout = \(Self.patience)")
        defer { try? database.execute(sql: "PRAGMA busy_timeout = \(former)") }
        do {
            try database.checkpoint(.truncate)
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return false
        }
    }
}
