public import PolicyEngine

/// Why a policy was not loaded anew.
public enum PolicyReloadError: Error, Equatable, Sendable {
    /// The policy is built in.
    case nothingToLoad
    case unreadable(PolicyFilesError)
    /// By file, line and column; never empty.
    case invalid([Diagnostic])
    case refused(PolicyLoadError)
    /// Something failed that has nothing to do with the policy.
    case failed
}
