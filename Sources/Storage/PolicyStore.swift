public import Domain

/// The decision tables of every policy revision that was ever in force, which were loaded when, and what raises are on.
///
/// Not personal data. A consent is kept together with the revision under which it was given, and never discloses more
/// than that one did. What a write has returned for is on disk.
public protocol PolicyStore: Sendable {
    /// The encoded tables, oldest first. A revision's position in this list is its ordinal, which never changes.
    func revisions() async throws(StorageError) -> [StoredRevision]

    /// Appends a revision. Does nothing when it is there already, but for an empty
    /// table, which is replaced. Returns its ordinal.
    func appendRevision(_ revision: StoredRevision) async throws(StorageError) -> Int

    /// Which revision was loaded when, oldest first; loading one that is in force already is no load.
    func loads() async throws(StorageError) -> [StoredLoad]

    func appendLoad(_ load: StoredLoad) async throws(StorageError)

    /// The raises that were noted and not forgotten, with their numbers, in the order in which they were noted.
    func raises() async throws(StorageError) -> [(number: Int, raise: StoredRaise)]

    /// Notes a raise and returns its number: rising, never given twice.
    func appendRaise(_ raise: StoredRaise) async throws(StorageError) -> Int

    /// Forgets the raises whose hold has ended by an instant.
    func removeRaises(endedBy now: Instant) async throws(StorageError)
}

/// A policy revision as it is kept.
public struct StoredRevision: Hashable, Sendable {
    /// The digest that names the revision.
    public var name: String
    /// The compiled decision table, in the policy engine's encoding.
    public var table: [UInt8]
    /// What else is to be remembered of it, in the policy engine's encoding; empty where an older version stored it.
    public var memory: [UInt8]
    /// When it was first loaded.
    public var loadedAt: Instant

    public init(name: String, table: [UInt8], memory: [UInt8], loadedAt: Instant) {
        self.name = name
        self.table = table
        self.memory = memory
        self.loadedAt = loadedAt
    }
}

/// That a revision came into force.
public struct StoredLoad: Hashable, Sendable {
    /// The position of the revision in the list of all.
    public var ordinal: Int
    public var at: Instant

    public init(ordinal: Int, at: Instant) {
        self.ordinal = ordinal
        self.at = at
    }
}

/// A change of policy, taxonomy or catalogue that may have hidden something, as long as its hold lasts.
public struct StoredRaise: Hashable, Sendable {
    public var at: Instant
    /// The end of the hold.
    public var until: Instant
    /// How to go back to the state before, in the enforcement point's encoding.
    public var undo: [UInt8]

    public init(at: Instant, until: Instant, undo: [UInt8]) {
        self.at = at
        self.until = until
        self.undo = undo
    }
}
