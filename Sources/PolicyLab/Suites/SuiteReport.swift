/// How a run of suites went.
public struct SuiteReport: Sendable {
    /// In the order of the files; without those of which no case was asked for.
    public let suites: [SuiteResult]
    /// What the names of the cases were asked to contain.
    public let filter: String?

    public var caseCount: Int { suites.reduce(0) { $0 + $1.cases.count } }
    public var failureCount: Int { suites.reduce(0) { $0 + $1.failures.count } }

    /// Passed only where something was checked and all of it passed: a filter that matches nothing is a failure.
    public var verdict: Verdict { failureCount == 0 && caseCount > 0 ? .passed : .testsFailed }
}
