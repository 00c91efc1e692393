/// Why a data directory could not be locked; the codes are those of `errno`.
public enum DataDirectoryLockError: Error, Equatable, Sendable {
    /// A server, or a command that writes, has it.
    case ownedByAnotherProcess
    case cannotOpen(code: Int32)
    /// The file system knows no locks, for one.
    case cannotLock(code: Int32)
}
