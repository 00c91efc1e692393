/// What came of loading a policy.
public struct PolicyChange: Hashable, Sendable {
    /// The revision that was in force; nothing on a fresh installation.
    public let former: String?
    /// The revision in force.
    public let current: String
}
