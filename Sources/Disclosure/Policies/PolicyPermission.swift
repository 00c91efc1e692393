/// What its operator says in so many words when a policy is loaded.
public struct PolicyPermission: Hashable, Sendable {
    /// The policy may show more than the one before it.
    public var allowsWidening: Bool
    /// The policy may keep things for less time than the one before it, and so destroy some.
    public var allowsDestruction: Bool
    /// The revision that is meant; the only way back to one that was in force before.
    public var revision: String?

    public init(allowsWidening: Bool = false, allowsDestruction: Bool = false, revision: String? = nil) {
        self.allowsWidening = allowsWidening
        self.allowsDestruction = allowsDestruction
        self.revision = revision
    }
}
