import Foundation

/// How long decisions took, for people and for programs.
public struct BenchmarkReport: Sendable, Encodable {
    /// One policy's decisions, over all rounds.
    public struct Measurement: Sendable, Encodable {
        public let name: String
        public let rules: Int
        public let cells: Int
        public let decisions: Int
        /// Nanoseconds per decision: of the middle round, the fastest, and the slowest.
        public let median: Double
        public let least: Double
        public let most: Double
        /// By how much the memory in use grew during a round, at most; nothing where that cannot be told.
        public let allocatedBytes: UInt64?
        /// Keeps the decisions from being left out; the same for the same policy and counts.
        public let checksum: UInt64
    }

    /// The most nanoseconds that a decision may take.
    public static let mostNanoseconds = 25.0
    /// The most by which a thousand times the rules may slow decisions down.
    public static let mostRatio = 1.2

    public let loaded: Measurement
    public let few: Measurement
    public let many: Measurement

    /// How much longer a decision takes with 10,000 rules than with 10: the fastest rounds, which noise disturbs least.
    public let ratio: Double

    init(loaded: Measurement, few: Measurement, many: Measurement) {
        self.loaded = loaded
        self.few = few
        self.many = many
        ratio = few.least > 0 ? many.least / few.least : 1
    }

    /// For people: a line for every policy, and how they compare.
    public var text: String {
        let lines = [loaded, few, many].map { one in
            let memory = one.allocatedBytes.map { "\($0) bytes allocated" } ?? "memory not measured"
            return "\(one.name): median \(Self.decimal(one.median)) ns, least \(Self.decimal(one.least)) ns, most "
                + "\(Self.decimal(one.most)) ns per decision; \(one.rules) rules, \(one.cells) cells, "
                + "\(one.decisions) decisions, \(memory)"
        }
        return (lines + ["10,000 rules take \(Self.decimal(ratio)) times as long as 10"]).joined(separator: "\n") + "\n"
    }

    /// For programs: one document, its keys in alphabetical order.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    /// Two decimals.
    private static func decimal(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
