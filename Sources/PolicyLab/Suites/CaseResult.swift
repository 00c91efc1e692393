public import PolicyEngine

/// How one case of a suite went.
public struct CaseResult: Sendable {
    public let name: String
    /// Where the expectation stands.
    public let location: SourceLocation
    /// None where it passed.
    public let differences: [Difference]
    /// What led to what was seen, in steps with a name each; empty where it passed.
    public let trace: [Step]

    public struct Step: Sendable, Equatable, Encodable {
        public let name: String
        public let text: String
    }

    public var isPassed: Bool { differences.isEmpty }

    init(name: String, location: SourceLocation, differences: [Difference] = [], trace: [Step] = []) {
        self.name = name
        self.location = location
        self.differences = differences
        self.trace = trace
    }
}
