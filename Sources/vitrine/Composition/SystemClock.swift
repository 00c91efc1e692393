import Domain
import Foundation

/// The machine's clock.
struct SystemClock: WallClock {
    var now: Instant { Instant(seconds: Int64(Date().timeIntervalSince1970.rounded(.down))) }
}

/// A clock that starts at an instant of one's choice and runs on from there.
///
/// For rehearsing on historical input, in data directories made for that; the rest of the system cannot tell.
struct RehearsalClock: WallClock {
    private let start: Instant
    private let startedAt: Instant
    private let machine = SystemClock()

    init(startingAt start: Instant) {
        self.start = start
        startedAt = machine.now
    }

    var now: Instant { start.advanced(bySeconds: machine.now.seconds - startedAt.seconds) }
}
