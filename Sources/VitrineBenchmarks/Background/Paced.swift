/// Work at a fixed rate, shared by several workers; what is late is done at once and not left out.
struct Paced: Sendable {
    let perSecond: Double
    let workers: Int
    let start: ContinuousClock.Instant
    let end: ContinuousClock.Instant

    /// Calls the work once for each number that falls to a worker, when it is due.
    func run(worker: Int, _ work: (_ number: Int) async throws -> Void) async throws {
        var number = worker
        while true {
            let due = start + .nanoseconds(Int64(Double(number) / perSecond * 1e9))
            guard due < end, ContinuousClock.now < end else { return }
            try await Task.sleep(until: due, clock: .continuous)
            try await work(number)
            number += workers
        }
    }
}
