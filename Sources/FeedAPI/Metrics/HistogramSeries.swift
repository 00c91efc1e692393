import CoreMetrics
import Synchronization

/// Durations, counted by fixed buckets.
final class HistogramSeries: TimerHandler {
    /// Upper bounds in nanoseconds and as they are written: around the 50 ms that a page may take.
    static let bounds: [(nanoseconds: Int64, text: String)] = [
        (1_000_000, "0.001"), (2_500_000, "0.0025"), (5_000_000, "0.005"), (10_000_000, "0.01"), (25_000_000, "0.025"),
        (50_000_000, "0.05"), (100_000_000, "0.1"), (250_000_000, "0.25"), (1_000_000_000, "1"), (5_000_000_000, "5"),
    ]

    /// What was recorded so far.
    struct Record: Sendable {
        /// One for each bound, and one for all above.
        var counts = [Int64](repeating: 0, count: HistogramSeries.bounds.count + 1)
        var nanoseconds: Int64 = 0
    }

    private let state = Mutex(Record())
    var record: Record { state.withLock(\.self) }

    func recordNanoseconds(_ duration: Int64) {
        let bucket = Self.bounds.firstIndex { duration <= $0.nanoseconds } ?? Self.bounds.count
        state.withLock { record in
            record.counts[bucket] += 1
            record.nanoseconds &+= duration
        }
    }
}
