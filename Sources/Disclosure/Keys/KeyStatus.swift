public import Domain

/// How the keys of an installation stand.
public struct KeyStatus: Hashable, Sendable {
    /// The generation that records are sealed under.
    public var generation: UInt32
    public var isResealing: Bool
    /// Whether that has come to its end but for what does not open, and waits for somebody to restore it or give it up.
    public var isStopped: Bool
    public var owners: Int
    /// Owners whose records are not all of this generation.
    public var pendingOwners: Int
    public var records: Int
    /// Records that are of another generation.
    public var pendingRecords: Int
    /// Whether another policy is in force than purchases were distributed by.
    public var isResealingDue: Bool
    public var resealingBegunAt: Instant?
    public var resealedAt: Instant?
    public var rotatedAt: Instant?
    public var exportCounter: UInt64
    public var exportedAt: Instant?
    /// Whether the last export opens records that are there now.
    public var isExportCurrent: Bool
    /// Ed25519; against which exports and certificates are checked.
    public var signer: [UInt8]
    public var lockedBytes: Int
    public var totalBytes: Int
    public var slots: Int
    public var usedSlots: Int
}
