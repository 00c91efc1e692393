import Domain
import Foundation
import Sealing
import Storage
import StorageSQLite

/// The files of an installation.
struct DataDirectory: Sendable {
    let path: String
    /// Where the databases lie, when copies of them are worked on; beside the rest otherwise.
    var databases: String?

    var records: String { (databases ?? path) + "/vitrine.db" }
    var keys: String { (databases ?? path) + "/keys.db" }
    var rootKey: String { path + "/root.key" }
    var controlSocket: String { path + "/control.sock" }
    /// Says that this directory is for rehearsals: its clock may be set.
    var rehearsalMark: String { path + "/rehearsal" }

    var isRehearsal: Bool { FileManager.default.fileExists(atPath: rehearsalMark) }

    /// Makes the directory (mode 0700), the root key and both databases.
    ///
    /// Nothing that is there is overwritten.
    static func create(at path: String, rehearsal: Bool) async throws -> DataDirectory {
        let directory = DataDirectory(path: path)
        let files = FileManager.default
        for existing in [directory.rootKey, directory.records, directory.keys] where files.fileExists(atPath: existing)
        {
            throw CommandFailure(
                "`\(existing)` is there already; a data directory is made once, choose another", exitCode: .refused)
        }
        try files.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try close(path)
        let root = try RootKey.generate()
        try root.write(toNewFile: directory.rootKey)
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
