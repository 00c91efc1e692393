/// A policy that does not load, with every mistake that was found.
public struct InvalidPolicyError: Error, Equatable {
    /// By file, line and column; never empty.
    public let diagnostics: [Diagnostic]
}
