import Disclosure
import Domain
import Foundation
import Sealing
import Storage
import StorageSQLite

/// Makes a sealed backup of the records while they are served and written; the keys are not in it.
struct Backup {
    /// The points at which a process may be killed.
    enum Step: CaseIterable, Sendable {
        case copied, sealed, verified, named
    }

    let installation: Installation
    var observer: @Sendable (Step) throws -> Void = { _ in }
    /// Told how many bytes of a step are done.
    var progress: @Sendable (_ step: String, _ bytes: UInt64) -> Void = { _, _ in }

    /// The file is there, complete and verified, when this returns; until then only `PATH.partial` is.
    ///
    /// A file that is there already is not overwritten.
    func make(at path: String, now: Instant) async throws -> BackupReport {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure("`\(path)` is there already", exitCode: .refused)
        }
        let copy = installation.directory.backupCopy
        let partial = path + ".partial"
        for stale in [copy, copy + "-journal", partial] { try? FileManager.default.removeItem(atPath: stale) }
        defer { for rest in [copy, copy + "-journal", partial] { try? FileManager.default.removeItem(atPath: rest) } }
        // Before the copy: what is sealed anew meanwhile may be in it or not.
        let oldest = try await installation.point.keyDesk.oldestGeneration()
        let size = try FileManager.default.attributesOfItem(atPath: installation.directory.records)[.size] as? NSNumber
        let total = size?.doubleValue ?? 0
        try await installation.records.copy(to: copy) { [progress] in progress("copying", UInt64($0 * total)) }
        try observer(.copied)
        guard let boxes = try SQLiteDataStore.examineCopy(at: copy) else {
            throw CommandFailure(
                "the copy is damaged, as the database may be; run `vitrine doctor`", exitCode: .invalidData)
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: copy)
        let keys = installation.keys
        let header = BackupHeader(
            installation: keys.installationDigest,
            keyGeneration: oldest,
            journalMark: try installation.point.journalMark(
                try SQLiteDataStore.box(at: installation.point.recordsMarkAddress, inCopy: copy)),
            createdAt: now.seconds, byteCount: (attributes[.size] as? NSNumber)?.uint64Value ?? 0,
            boxCount: UInt64(boxes))
        try BackupFile.write(header, of: copy, to: partial, keys: keys) { done, _ in progress("sealing", done) }
        try observer(.sealed)
        let verified = try BackupFile.read(partial, into: nil, keys: keys) { done, _ in progress("verifying", done) }
        try observer(.verified)
        guard rename(partial, path) == 0 else {
            throw CommandFailure("`\(path)` cannot be made", exitCode: .failure)
        }
        try DataDirectory.synchronize((path as NSString).deletingLastPathComponent)
        try observer(.named)
        return BackupReport(verified, path: path)
    }
}

extension BackupReport {
    init(_ header: BackupHeader, path: String) {
        self.init(
            path: path, createdAt: Instant(seconds: header.createdAt).description, boxes: header.boxCount,
            bytes: header.byteCount, keyGeneration: header.keyGeneration, journalMark: header.journalMark)
    }
}
