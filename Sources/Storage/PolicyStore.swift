public import Domain

/// The decision tables of every policy revision that was ever in force.
///
/// Not personal data. A consent is kept together with the revision under which it was given, and never discloses more
/// than that one did.
public protocol PolicyStore: Sendable {
    /// The encoded tables, oldest first. A revision's position in this list is its ordinal, which never changes.
    func revisions() async throws(StorageError) -> [StoredRevision]

    /// Appends a revision. Does nothing when it is there already, but for an empty
    /// table, which is replaced. Returns its ordinal.
    func appendRevision(_ revision: StoredRevision) async throws(StorageError) -> Int
}

/// A policy revision as it is kept.
public struct StoredRevision: Hashable, Sendable {
    /// The digest that names the revision.
    public var name: String
    /// The compiled decision table, in the policy engine's encoding.
    public var table: [UInt8]
    public var loadedAt: Instant

    public init(name: String, table: [UInt8], loadedAt: Instant) {
        self.name = name
        self.table = table
        self.loadedAt = loadedAt
    }
}
