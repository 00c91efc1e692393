/// What one directory of policy files holds: the policy, and what its auditors hold it against.
public struct PolicySet: Sendable {
    public let policy: Policy
    /// By file.
    public let suites: [Suite]
    /// In the order of the file.
    public let invariants: [Invariant]
    /// What was laid over the files of the directory, by id.
    public let overlays: [Overlay]

    public init(policy: Policy, suites: [Suite] = [], invariants: [Invariant] = [], overlays: [Overlay] = []) {
        self.policy = policy
        self.suites = suites
        self.invariants = invariants
        self.overlays = overlays
    }
}
