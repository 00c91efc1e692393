import FeedAPI

/// The time that passes, for deadlines, rates and progress; says nothing of the time of day.
enum MonotonicTime {
    static let clock = ContinuousClock()
    private static let start = clock.now

    /// Since the program began to measure.
    static func nanoseconds() -> UInt64 {
        let (seconds, attoseconds) = start.duration(to: clock.now).components
        return UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
    }

    /// For the servers.
    static let server = ServerClock(
        uptime: { start.duration(to: clock.now) }, sleep: { try await Task.sleep(for: $0) })
}
