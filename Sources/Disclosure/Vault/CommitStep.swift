/// The points of a durable write between which a process may be killed.
enum CommitStep: String, CaseIterable, Sendable {
    /// Nothing is written yet.
    case prepared
    /// The journal, and new keys, are on disk.
    case journalled
    /// The keys of erased people are gone from disk, and tombstones stand in their place.
    case keysErased
    /// The records are on disk.
    case recorded
}
