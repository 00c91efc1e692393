import Dispatch
import GRDB
import Storage

extension SQLiteFile {
    /// Copies page by page from one state of the file, and leaves one tidy file behind.
    func copy(
        to target: String, pagesAStep: CInt, progress: @escaping @Sendable (Double) -> Void
    ) async throws(StorageError) {
        let result: Result<Void, any Error> = await withCheckedContinuation { continuation in
            // Off the cooperative threads, as it takes as long as the disk does.
            DispatchQueue.global().async { [self] in
                continuation.resume(
                    returning: Result {
                        let queue = try DatabaseQueue(path: target)
                        defer { try? queue.close() }
                        try copyPages(to: queue, pagesAStep: pagesAStep, progress: progress)
                        try queue.writeWithoutTransaction { database in
                            // Freed pages may hold what was deleted; and the copy of a log would be a second file.
                            try database.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; VACUUM")
                        }
                    })
            }
        }
        do { try result.get() } catch { throw StorageError(writing: error) }
    }
}
