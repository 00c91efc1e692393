import Domain
import Synchronization

/// A clock that stands until it is set.
final class SteppedClock: WallClock {
    private let instant: Mutex<Instant>

    init(_ text: String) {
        instant = Mutex(Self.instant(text))
    }

    var now: Instant { instant.withLock { $0 } }

    func set(_ text: String) {
        instant.withLock { $0 = Self.instant(text) }
    }

    private static func instant(_ text: String) -> Instant { Instant(text) ?? Instant(seconds: 0) }
}
