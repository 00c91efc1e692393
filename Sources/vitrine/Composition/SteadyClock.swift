import Domain

/// A clock that never runs ahead of the time that has passed since the start, by more than a tolerance.
///
/// A machine's clock that is set forward would otherwise release early what waits for its tick. It may go back: then it
/// is followed, and ticks wait. One that was really wrong at the start is set right by starting again.
struct SteadyClock: WallClock {
    /// Steps of this size are how clocks are kept right, and release nothing of which a tick would tell.
    private static let toleranceSeconds: Int64 = 300

    private let source: any WallClock
    private let start: Instant
    private let startedAt: Duration
    private let uptime: @Sendable () -> Duration

    /// The uptime has to count while the machine sleeps.
    init(_ source: any WallClock, uptime: @escaping @Sendable () -> Duration) {
        self.source = source
        self.uptime = uptime
        start = source.now
        startedAt = uptime()
    }

    var now: Instant {
        let passed = (uptime() - startedAt).components.seconds
        return min(source.now, start.advanced(bySeconds: passed + Self.toleranceSeconds))
    }
}
