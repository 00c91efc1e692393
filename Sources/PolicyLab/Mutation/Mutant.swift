public import PolicyEngine

/// A policy with one mistake in it.
public struct Mutant: Sendable {
    public let `operator`: MutationOperator
    /// What was changed, in words: `grant friends-may-see…: time told by day`.
    public let change: String
    /// The rule that was changed; nothing for other parts.
    public let location: SourceLocation?
    let parts: PolicyParts

    init(_ kind: MutationOperator, _ change: String, at location: SourceLocation? = nil, _ parts: PolicyParts) {
        self.operator = kind
        self.change = change
        self.location = location
        self.parts = parts
    }
}
