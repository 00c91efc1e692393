public import PolicyEngine
public import Storage

/// Why a policy is not loaded; the one in force stays.
public enum PolicyLoadError: Error, Equatable, Sendable {
    /// It may show more than the one in force, and nobody said that it may.
    case wider([PolicyWidening])
    /// It keeps things for less time than the one in force, and nobody said that it may destroy; what it would take by now,
    /// where that could be counted.
    case destroys([RetentionChange], taking: ExpiredExtent?)
    /// It was in force before and is not the one loaded last, and nobody asked for it by name.
    case older(revision: String, inForce: String)
    /// Another revision was asked for than the files make.
    case notTheOneNamed(asked: String, found: String)
    case storage(StorageError)
    /// What is kept beside the policy does not open.
    case records(VaultError)
}
