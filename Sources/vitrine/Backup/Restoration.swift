import Disclosure
import Domain
import Foundation
import PolicyEngine
import Sealing
import StorageSQLite

/// Puts a backup in the place of the records.
///
/// The backup is checked whole before anything is touched. The old database stays beside the new one until the journal and
/// the tombstones were applied; killed at any point, either of the two is in its place, whole.
struct Restoration {
    /// The points at which a process may be killed.
    enum Step: CaseIterable, Sendable {
        case extracted, examined, setAside, replaced, reconciled, cleared
    }

    let directory: DataDirectory
    var observer: @Sendable (Step) throws -> Void = { _ in }

    /// Checks a backup without changing anything.
    func verify(_ file: String, progress: BackupFile.Progress) async throws -> BackupReport {
        let (report, _) = try await extract(file, progress: progress)
        directory.removeRemains(keepingSetAside: true)
        return report
    }

    /// The caller holds the lock of the directory.
    ///
    /// Answers whether the backup was older than what had been narrowed or erased since, and whether that left no taxonomy.
    func run(
        _ file: String, policy: PolicyOrigin, clock: any WallClock, progress: BackupFile.Progress
    ) async throws -> (report: BackupReport, wasBehind: Bool, lacksTaxonomy: Bool) {
        let (report, extracted) = try await extract(file, progress: progress)
        try refuseExpired(report, policy, now: clock.now)
        try setAside()
        try observer(.setAside)
        guard rename(extracted, directory.records) == 0 else {
            throw CommandFailure("`\(directory.records)` cannot be replaced", exitCode: .failure)
        }
        try DataDirectory.synchronize(directory.path)
        try observer(.replaced)
        let installation: Installation
        do {
            installation = try await Installation.open(directory, policy: policy, clock: clock, records: .backup)
        } catch {
            // What was there before is worth more than a backup that does not open.
            try putBack()
            throw error
        }
        let (wasBehind, lacksTaxonomy) = (installation.point.wasBehind, installation.point.lacksTaxonomy)
        try await installation.close()
        try observer(.reconciled)
        directory.removeRemains()
        try DataDirectory.synchronize(directory.path)
        try observer(.cleared)
        return (report, wasBehind, lacksTaxonomy)
    }

    private func putBack() throws {
        let files = FileManager.default
        guard files.fileExists(atPath: directory.setAside) else { return }
        for suffix in ["", "-wal", "-shm"] { try? files.removeItem(atPath: directory.records + suffix) }
        for suffix in ["-wal", ""] where files.fileExists(atPath: directory.setAside + suffix) {
            guard rename(directory.setAside + suffix, directory.records + suffix) == 0 else {
                throw CommandFailure(
                    "the backup does not open, and what was there before lies in `\(directory.setAside)`",
                    exitCode: .invalidData)
            }
        }
        try DataDirectory.synchronize(directory.path)
    }

    /// What was erased before is no longer known for backups that are older than they are kept.
    private func refuseExpired(_ report: BackupReport, _ policy: PolicyOrigin, now: Instant) throws {
        guard let months = try policy.load(taxonomy: nil).policy.retention?.months[.backups],
            let limit = Retention.limit(months: months, before: now), let made = Instant(report.createdAt), made < limit
        else { return }
        directory.removeRemains(keepingSetAside: true)
        throw CommandFailure(
            "the backup is of \(report.createdAt); retention.yaml keeps none for more than \(months) months",
            exitCode: .refused)
    }

    private func extract(
        _ file: String, progress: BackupFile.Progress
    ) async throws -> (report: BackupReport, path: String) {
        guard FileManager.default.fileExists(atPath: file) else {
            throw CommandFailure("there is no file `\(file)`", exitCode: .refused)
        }
        directory.removeRemains(keepingSetAside: true)
        let (keys, keyStore) = try await Installation.keys(of: directory)
        defer { try? keyStore.close() }
        let path = directory.restoring
        do {
            let header = try BackupFile.read(file, into: path, keys: keys, progress: progress)
            let oldest = try await KeyDesk.oldestGeneration(of: keys, in: keyStore)
            guard header.keyGeneration >= oldest else {
                throw CommandFailure(
                    "the backup is sealed under keys of generation \(header.keyGeneration), which were given up when "
                        + "everything was sealed anew; those of generation \(oldest) and later are there",
                    exitCode: .refused)
            }
            try observer(.extracted)
            guard let boxes = try SQLiteDataStore.examineCopy(at: path), UInt64(boxes) == header.boxCount else {
                throw CommandFailure(
                    "the database in `\(file)` is damaged; nothing was changed", exitCode: .invalidData)
            }
            try observer(.examined)
            return (BackupReport(header, path: file), path)
        } catch {
            directory.removeRemains(keepingSetAside: true)
            throw error
        }
    }

    /// Gives the old database a second name, with all that its log held in it.
    private func setAside() throws {
        let files = FileManager.default
        guard files.fileExists(atPath: directory.records) else { return }
        // What an earlier restore set aside and nobody opened since is what was there before.
        let isSetAside = files.fileExists(atPath: directory.setAside)
        // A database that does not open any more keeps its log; both stay aside.
        try? SQLiteDataStore(path: directory.records).close()
        for suffix in ["", "-wal"] where !isSetAside && files.fileExists(atPath: directory.records + suffix) {
            guard link(directory.records + suffix, directory.setAside + suffix) == 0 else {
                throw CommandFailure("`\(directory.setAside)` cannot be made", exitCode: .failure)
            }
        }
        try DataDirectory.synchronize(directory.path)
        // A log of the old database beside the new one would be taken for the new one's.
        for suffix in ["-wal", "-shm"] { try? files.removeItem(atPath: directory.records + suffix) }
    }
}
