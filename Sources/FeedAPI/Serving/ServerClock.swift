/// How time passes for the server: deadlines, rates and durations; never what the time of day is.
public struct ServerClock: Sendable {
    /// The time since some fixed moment.
    public let uptime: @Sendable () -> Duration
    /// Returns after so long, or throws when cancelled.
    public let sleep: @Sendable (Duration) async throws -> Void

    public init(
        uptime: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.uptime = uptime
        self.sleep = sleep
    }
}
