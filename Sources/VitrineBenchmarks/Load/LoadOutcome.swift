import Histogram

/// What a load came to.
struct LoadOutcome: Sendable {
    /// Nanoseconds.
    var latency = Histogram<UInt64>(highestTrackableValue: 600_000_000_000, numberOfSignificantValueDigits: .three)
    /// Answers with 200 within the time of the load.
    var answers = 0
    /// Answers with another status, and connections that broke with a request under way.
    var refused: [Int: Int] = [:]
    var cutOff = 0
    var bytes = 0
    var seconds = 0.0
    var perSecond: Double { seconds > 0 ? Double(answers) / seconds : 0 }

    /// Milliseconds within which so many of a hundred were answered.
    func milliseconds(_ percentile: Double) -> Double { Double(latency.valueAtPercentile(percentile)) / 1e6 }
}
