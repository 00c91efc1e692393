import Foundation

/// The right to use a data directory, which one process has at a time; given back when the value ends.
///
/// Also given back by the system when the process ends, however it ends, so that nothing is left to clean up. The file
/// stays.
public struct DataDirectoryLock: ~Copyable {
    private let descriptor: Int32

    /// Locks `DIR/lock`, which is made with mode 0600 when it is not there.
    ///
    /// Does not wait.
    public init(directory: String) throws(DataDirectoryLockError) {
        let opened = open(directory + "/lock", O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard opened >= 0 else { throw .cannotOpen(code: errno) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(opened)
            throw code == EWOULDBLOCK ? .ownedByAnotherProcess : .cannotLock(code: code)
        }
        descriptor = opened
    }

    deinit {
        close(descriptor)
    }
}
