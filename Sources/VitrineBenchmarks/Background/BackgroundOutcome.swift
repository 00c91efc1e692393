import Histogram

/// What the writes and narrowings beside a load came to.
struct BackgroundOutcome: Sendable {
    /// Nanoseconds until the acknowledgement.
    var writes = Histogram<UInt64>(highestTrackableValue: 600_000_000_000, numberOfSignificantValueDigits: .three)
    var narrowings = Histogram<UInt64>(highestTrackableValue: 600_000_000_000, numberOfSignificantValueDigits: .three)
    /// Requests that were answered with something else than success.
    var refused: [Int: Int] = [:]

    mutating func add(_ other: BackgroundOutcome) {
        writes.add(other.writes)
        narrowings.add(other.narrowings)
        refused.merge(other.refused, uniquingKeysWith: +)
    }
}
