/// How much of one kind of thing the suites reach.
public struct CoverageSection: Sendable, Encodable {
    /// What it counts: `rules that match`.
    public let name: String
    public let total: Int
    public let missing: [Missing]

    /// Something that no suite reaches.
    public struct Missing: Sendable, Equatable, Encodable {
        public let text: String
        /// Lines of YAML with which a suite would reach it, where that is easily said.
        public let suggestion: String?
    }

    public var reached: Int { total - missing.count }

    /// 100 where there is nothing to reach.
    public var percentage: Double { total == 0 ? 100 : Double(reached) * 100 / Double(total) }

    private enum Key: String, CodingKey {
        case name, total, reached, percentage, missing
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(total, forKey: .total)
        try container.encode(reached, forKey: .reached)
        try container.encode(percentage, forKey: .percentage)
        try container.encode(missing, forKey: .missing)
    }
}
