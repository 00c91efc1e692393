public import PolicyEngine

/// The case that told two policies apart.
public struct CaseFailure: Sendable {
    /// The position of the suite among those of the runner.
    public let suite: Int
    /// The suite's name and the case's.
    public let name: String
    public let location: SourceLocation
}
