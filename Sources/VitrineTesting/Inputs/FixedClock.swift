public import Domain
import Synchronization

/// A clock that shows what it was set to.
public final class FixedClock: WallClock {
    private let instant: Mutex<Instant>

    public init(_ instant: Instant) {
        self.instant = Mutex(instant)
    }

    public var now: Instant { instant.withLock(\.self) }

    /// Sets the clock, forwards or back.
    public func set(_ instant: Instant) {
        self.instant.withLock { $0 = instant }
    }

    public func advance(bySeconds count: Int64) {
        instant.withLock { $0 = $0.advanced(bySeconds: count) }
    }
}
