/// Gives work so long and no longer.
struct Deadline: Sendable {
    let duration: Duration
    let clock: ServerClock

    /// The outcome of the work, or the problem when time is up; the work is cancelled then, and waited for.
    ///
    /// A high priority lets the work go before what waits without one.
    func run<Outcome: Sendable>(
        elseThrow problem: Problem, priority: TaskPriority? = nil,
        _ work: @escaping @Sendable () async throws -> Outcome
    ) async throws -> Outcome {
        try await withThrowingTaskGroup(of: Outcome?.self) { group in
            group.addTask(priority: priority) { try await work() }
            group.addTask {
                try await clock.sleep(duration)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let outcome = first else { throw problem }
            return outcome
        }
    }
}
