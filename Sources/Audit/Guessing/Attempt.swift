/// How well something could be guessed, beside how well it is guessed knowing nothing.
public struct Attempt: Sendable, Encodable, Equatable {
    /// What was tried, in words.
    public let name: String
    /// How many guesses were put to the test.
    public let tested: Int
    /// The share that is right when the most frequent answer is given always.
    public let baseRate: Double
    public let rate: Double

    /// What a guesser may be better by.
    static let margin = 0.01

    /// Four deviations of a share of so few guesses, which is more than the margin while there are few.
    var tolerance: Double {
        guard tested > 0 else { return 1 }
        let spread = max(baseRate * (1 - baseRate), 1 / Double(tested)) / Double(tested)
        return max(Self.margin, 4 * spread.squareRoot())
    }

    /// Whether nothing was learned.
    public var isHarmless: Bool { rate <= baseRate + tolerance }

    static func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
