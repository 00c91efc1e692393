import Domain
import Foundation
import Sealing
import Storage
import StorageSQLite

/// The files of an installation.
struct DataDirectory: Sendable {
    let path: String
    /// Where the root key comes from, when that was said.
    var keySource: RootKeySource?
    /// Where the databases lie, when copies of them are worked on; beside the rest otherwise.
    var databases: String?
    /// Another place for the database of keys, while it is made anew.
    var keysOverride: String?

    var records: String { (databases ?? path) + "/vitrine.db" }
    var keys: String { keysOverride ?? (databases ?? path) + "/keys.db" }
    var rootKey: String { path + "/root.key" }
    var controlSocket: String { path + "/control.sock" }
    /// A copy of the records on its way into a backup.
    var backupCopy: String { path + "/vitrine.db.copy" }
    /// The records of a backup, on their way to their place.
    var restoring: String { path + "/vitrine.db.restoring" }
    /// The records that a backup takes the place of.
    var setAside: String { path + "/vitrine.db.before-restore" }
    /// Says that this directory is for rehearsals: its clock may be set.
    var rehearsalMark: String { path + "/rehearsal" }

    var isRehearsal: Bool { FileManager.default.fileExists(atPath: rehearsalMark) }

    /// Makes the directory (mode 0700), the root key and both databases.
    ///
    /// Nothing that is there is overwritten.
    static func create(
        at path: String, rehearsal: Bool, keySource: RootKeySource? = nil
    ) async throws -> DataDirectory {
        let directory = DataDirectory(path: path, keySource: keySource)
        let files = FileManager.default
        for existing in [directory.rootKey, directory.passphraseParameters, directory.records, directory.keys]
        where files.fileExists(atPath: existing) {
            throw CommandFailure(
                "`\(existing)` is there already; a data directory is made once, choose another", exitCode: .refused)
        }
        try files.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try close(path)
        let root = try directory.makeRoot()
        let seed = try KeyHierarchy.makeSeed(root: root, random: SodiumRandom())
        let keyStore = try SQLiteKeyStore.create(path: directory.keys)
        var batch = SealedBatch()
        batch.put(seed, at: KeyHierarchy.seedAddress)
        try await keyStore.commit(batch)
        try keyStore.close()
        try SQLiteDataStore.create(path: directory.records).close()
        if rehearsal {
            guard
                files.createFile(
                    atPath: directory.rehearsalMark, contents: Data(), attributes: [.posixPermissions: 0o600])
            else { throw CommandFailure("`\(directory.rehearsalMark)` cannot be written", exitCode: .failure) }
        }
        return directory
    }

    /// Shuts others out of a directory that was there already, unless it is plainly used for something else.
    private static func close(_ path: String) throws {
        let files = FileManager.default
        let mode = try files.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0o777
        guard mode & 0o077 != 0 else { return }
        guard try files.contentsOfDirectory(atPath: path).isEmpty else {
            throw CommandFailure(
                "`\(path)` has files in it and others can reach it; choose another, or run `chmod go= \(path)`",
                exitCode: .refused)
        }
        try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    }

    /// Takes away what an interrupted backup or restore left behind.
    ///
    /// The caller holds the lock, and the records are whole; as long as that is not known, what was set aside stays.
    func removeRemains(keepingSetAside: Bool = false) {
        for remains in keepingSetAside ? [backupCopy, restoring] : [backupCopy, restoring, setAside] {
            for suffix in ["", "-wal", "-shm", "-journal"] {
                try? FileManager.default.removeItem(atPath: remains + suffix)
            }
        }
    }

    /// Throws when a path, whatever its name, leads to a database of this directory or what belongs to one.
    ///
    /// A process that has the databases open must not open them as plain files: when it closes one, the system drops
    /// SQLite's locks.
    func refuseDatabase(_ path: String) throws {
        guard let inode = FileLock.inode(of: path) else { return }
        let own = [records, keys].flatMap { database in ["", "-wal", "-shm"].map { FileLock.inode(of: database + $0) } }
        guard own.contains(inode) else { return }
        throw CommandFailure("`\(path)` is a database of this directory", exitCode: .refused)
    }

    /// Returns when the names in a directory are on the disk.
    static func synchronize(_ path: String) throws {
        let descriptor = Foundation.open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CommandFailure("`\(path)` cannot be opened", exitCode: .failure) }
        defer { _ = Foundation.close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw CommandFailure("`\(path)` cannot be brought to the disk", exitCode: .failure)
        }
    }

    /// The clock that applies here.
    ///
    /// Only a rehearsal directory takes another than the machine's.
    func clock(startingAt start: Instant?) throws -> any WallClock {
        guard let start else { return SystemClock() }
        guard isRehearsal else {
            throw CommandFailure(
                "`--clock` works on data directories made with `vitrine init --rehearsal` only, and `\(path)` is none",
                exitCode: .refused)
        }
        return RehearsalClock(startingAt: start)
    }
}
