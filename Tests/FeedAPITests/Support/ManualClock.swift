import FeedAPI
import Synchronization

/// Time that passes when a test says so.
final class ManualClock: Sendable {
    private let elapsed = Mutex(Duration.seconds(1000))
    /// Deadlines that count as over at once; the others never come.
    private let overdue: Set<Duration>

    init(overdue: Set<Duration> = []) {
        self.overdue = overdue
    }

    func advance(by duration: Duration) { elapsed.withLock { $0 += duration } }

    var serverClock: ServerClock {
        ServerClock(
            uptime: { self.elapsed.withLock(\.self) },
            sleep: { duration in
                if !self.overdue.contains(duration) { try await Task.sleep(for: .seconds(3600)) }
            })
    }
}
