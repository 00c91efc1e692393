public import Storage

/// Why the vault could not answer.
///
/// Carries nothing of anybody.
public enum VaultError: Error, Equatable, Sendable {
    case storage(StorageError)
    /// A record that is needed whole does not open, or is not what this version writes.
    case unreadable
}
