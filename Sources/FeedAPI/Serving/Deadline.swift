import Synchronization

/// Gives each piece of work so long and no longer.
///
/// One sleeper watches over all of it. The runtime keeps the timer of a sleep that was cancelled until it would have rung, so one
/// beside each answer would leave as many behind as there are answers in that time.
final class Deadline: Sendable {
    private struct Work {
        let due: Duration
        /// Nothing until the task is there that does it.
        var cancel: (@Sendable () -> Void)?
    }

    private struct State {
        var underWay: [UInt64: Work] = [:]
        var next: UInt64 = 0
        var isWatched = false
    }

    private let duration: Duration
    private let clock: ServerClock
    private let state = Mutex(State())

    init(_ duration: Duration, clock: ServerClock) {
        self.duration = duration
        self.clock = clock
    }

    /// The outcome of the work, or the problem when time is up; the work is cancelled then, and waited for.
    ///
    /// A high priority lets the work go before what waits without one.
    func run<Outcome: Sendable>(
        elseThrow problem: Problem, priority: TaskPriority? = nil,
        _ work: @escaping @Sendable () async throws -> Outcome
    ) async throws -> Outcome {
        let number = begin()
        let task = Task(priority: priority) {
            let outcome: Result<Outcome, any Error>
            do {
                outcome = .success(try await work())
            } catch {
                outcome = .failure(error)
            }
            // Asked where the work ends, and not where it is waited for: what was done in time was done in time.
            guard end(number) else { throw problem }
            return try outcome.get()
        }
        setCancelling(number) { task.cancel() }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    private func begin() -> UInt64 {
        let due = clock.uptime() + duration
        let (number, isWatched) = state.withLock { state in
            let number = state.next
            state.next += 1
            state.underWay[number] = Work(due: due)
            defer { state.isWatched = true }
            return (number, state.isWatched)
        }
        // Not a child of whoever happens to be the first.
        if !isWatched { Task.detached { [weak self, clock] in await Self.watch({ self }, from: due, clock) } }
        return number
    }

    /// Cancels at once when the work's time is up already.
    private func setCancelling(_ number: UInt64, _ cancel: @escaping @Sendable () -> Void) {
        let isOver = state.withLock { state in
            state.underWay[number]?.cancel = cancel
            return state.underWay[number] == nil
        }
        if isOver { cancel() }
    }

    /// Whether time was left.
    private func end(_ number: UInt64) -> Bool {
        state.withLock { $0.underWay.removeValue(forKey: number) != nil }
    }

    /// Sleeps from one moment that something is due at to the next, until nothing is under way.
    ///
    /// What begins meanwhile is due later, or a moment earlier at most: everything is given the same time.
    private static func watch(_ deadline: () -> Deadline?, from first: Duration, _ clock: ServerClock) async {
        var due = first
        while true {
            try? await clock.sleep(due - clock.uptime())
            guard let next = deadline()?.stop(whatIsDueBy: due) else { return }
            due = next
        }
    }

    /// Cancels what has had its time, and says when the rest is due first.
    private func stop(whatIsDueBy moment: Duration) -> Duration? {
        let (late, next) = state.withLock { state in
            let late = state.underWay.filter { $0.value.due <= moment }
            for number in late.keys { state.underWay[number] = nil }
            let next = state.underWay.values.lazy.map(\.due).min()
            state.isWatched = next != nil
            return (late.values, next)
        }
        for work in late { work.cancel?() }
        return next
    }
}
