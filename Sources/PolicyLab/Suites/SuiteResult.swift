public import PolicyEngine

/// How the cases of one suite went.
public struct SuiteResult: Sendable {
    public let name: String
    public let location: SourceLocation
    public internal(set) var cases: [CaseResult]

    public var failures: [CaseResult] { cases.filter { !$0.isPassed } }
}
