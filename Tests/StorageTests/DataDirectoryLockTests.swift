import Foundation
import StorageSQLite
import Testing
import VitrineTesting

struct DataDirectoryLockTests {
    @Test func `a second holder is refused until the first is gone`() throws {
        let directory = try TemporaryDirectory()
        do {
            let first = try DataDirectoryLock(directory: directory.path)
            #expect(throws: DataDirectoryLockError.ownedByAnotherProcess) {
                _ = try DataDirectoryLock(directory: directory.path)
            }
            _ = consume first
        }
        _ = try DataDirectoryLock(directory: directory.path)
    }

    @Test func `another process is refused`() throws {
        let directory = try TemporaryDirectory()
        let lock = try DataDirectoryLock(directory: directory.path)
        #expect(try statusOfLocking(directory) == 1)
        _ = consume lock
        #expect(try statusOfLocking(directory) == 0)
    }

    @Test func `the lock may be read by its owner alone`() throws {
        let directory = try TemporaryDirectory()
        let lock = try DataDirectoryLock(directory: directory.path)
        let attributes = try FileManager.default.attributesOfItem(atPath: directory.path("lock"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        _ = consume lock
    }

    @Test func `a directory that is not there cannot be locked`() throws {
        let directory = try TemporaryDirectory()
        #expect(throws: DataDirectoryLockError.cannotOpen(code: ENOENT)) {
            _ = try DataDirectoryLock(directory: directory.path("nowhere"))
        }
    }

    private func statusOfLocking(_ directory: TemporaryDirectory) throws -> Int32 {
        try Tool.run(["flock", "--nonblock", directory.path("lock"), "true"]).status
    }
}
