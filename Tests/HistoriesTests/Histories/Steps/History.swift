import Domain

/// A history: what is done, in order.
///
/// The same seed makes the same history.
public struct History: Sendable {
    public let seed: UInt64
    public var steps: [Step]
    static let start = Instant(seconds: 1_768_035_600)  // 2026-01-10T09:00:00Z

    public init(seed: UInt64, steps: [Step]) {
        self.seed = seed
        self.steps = steps
    }

    /// The history as numbered sentences.
    public var text: String {
        "seed \(seed)\n"
            + steps.enumerated().map { "  \($0.offset + 1). \($0.element)" }.joined(separator: "\n")
    }
}
