import FeedAPI

/// The time that passes, for deadlines, rates and progress; says nothing of the time of day.
enum MonotonicTime {
    static let clock = ContinuousClock()
    private static let start = clock.now

    /// For the servers.
    static let server = ServerClock(
        uptime: { start.duration(to: clock.now) }, sleep: { try await Task.sleep(for: $0) })
}
