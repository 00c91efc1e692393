import Domain
import Synchronization

/// The time at which something of the demo's past happened.
final class DemoClock: WallClock {
    private let instant: Mutex<Instant>

    init(_ start: Instant) {
        instant = Mutex(start)
    }

    var now: Instant { instant.withLock { $0 } }

    func set(_ now: Instant) {
        instant.withLock { $0 = now }
    }
}
