/// What can go wrong below the protocols.
///
/// Carries no data of anybody: the codes are the backend's own numbers, without its texts, which may quote values.
public enum StorageError: Error, Equatable, Sendable {
    /// The disk is full, or a write or its synchronisation failed; nothing of the batch was applied.
    case writeFailed(code: Int32)
    case readFailed(code: Int32)
    /// What lies there is not what this version writes.
    case schemaMismatch(found: Int, expected: Int)
    /// The store is closed.
    case closed
}
