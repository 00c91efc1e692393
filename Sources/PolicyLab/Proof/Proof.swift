public import PolicyEngine

/// What became of the invariants of a policy.
public struct Proof: Sendable {
    /// One invariant, held against every case that it speaks of.
    public struct Outcome: Sendable {
        public let invariant: Invariant
        /// Inputs, pairs of inputs, nodes or forms, as the claim demands.
        public let cases: Int
        /// Nothing when it is proved.
        public let counterexample: Counterexample?

        public var isProved: Bool { counterexample == nil }
    }

    /// The revision of the policy that was held against them.
    public let revision: String
    /// In the order of the file.
    public let outcomes: [Outcome]
    /// Every input of the decision space, each decided once and looked at by every invariant that speaks of it.
    public let cells: Int
    /// Nodes of the taxonomy that were gone through.
    public let nodes: Int

    /// Whether something was claimed and all of it is proved.
    public var isComplete: Bool { !outcomes.isEmpty && outcomes.allSatisfy(\.isProved) }
    public var verdict: Verdict { isComplete ? .passed : .invariantBroken }
}
