import Domain
import Synchronization

/// Counts boxes that do not open, and raises the alarm about them: at most once an interval, with a number and nothing
/// else.
///
/// What does not open is left out of answers, which go on without it.
public final class OpenFailures: Sendable {
    /// Often enough to be seen on the day, seldom enough that damage to every record fills no disk with log lines.
    public static let interval: Int64 = 60

    private struct State {
        var count = 0
        var told = 0
        var toldAt: Instant?
        var alarm: (@Sendable (_ sinceLast: Int) -> Void)?
    }

    private let clock: any WallClock
    private let state = Mutex(State())

    init(clock: any WallClock) {
        self.clock = clock
    }

    /// How many boxes did not open since the start.
    public var count: Int { state.withLock(\.count) }

    /// Says whom to tell, with how many there were since the last time.
    public func onAlarm(_ alarm: @escaping @Sendable (_ sinceLast: Int) -> Void) {
        state.withLock { $0.alarm = alarm }
    }

    func note() {
        let now = clock.now
        let told = state.withLock { state -> (alarm: @Sendable (Int) -> Void, count: Int)? in
            state.count += 1
            guard let alarm = state.alarm else { return nil }
            if let last = state.toldAt, (0..<Self.interval).contains(now.seconds - last.seconds) { return nil }
            let count = state.count - state.told
            state.told = state.count
            state.toldAt = now
            return (alarm, count)
        }
        if let told { told.alarm(told.count) }
    }
}
