/// What one of the auditors' tools found, told apart by the program's exit code.
public enum Verdict: Sendable, Hashable {
    case passed
    /// A suite expects something else than the policy does.
    case testsFailed
    /// The suites reach less than was asked for.
    case coverageShort
    /// A changed policy passes every suite.
    case mutantsSurvived
    /// Some input contradicts an invariant.
    case invariantBroken
    /// One policy discloses more than the other.
    case wideningFound
}
