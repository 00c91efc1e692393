public import Domain

/// Under which policy, and when, an owner agreed to something.
public struct ConsentStamp: Hashable, Sendable {
    /// The ordinal of the policy revision then in force.
    public var revision: UInt32
    public var at: Instant

    public init(revision: UInt32, at: Instant) {
        self.revision = revision
        self.at = at
    }
}
