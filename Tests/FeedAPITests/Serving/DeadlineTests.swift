import Synchronization
import Testing

@testable import FeedAPI

@Suite struct DeadlineTests {
    private let clock = SteppedClock()
    private let problem = Problem(.deadlineExceeded)

    private var deadline: Deadline { Deadline(.seconds(30), clock: clock.serverClock) }

    @Test func `however much is done, one sleep watches over it`() async throws {
        let deadline = deadline
        for number in 0..<200 {
            #expect(try await deadline.run(elseThrow: problem) { number } == number)
        }
        #expect(clock.sleepsBegun <= 1)
    }

    @Test func `what takes too long is cancelled and waited for`() async throws {
        let work = Work()
        let deadline = deadline
        let outcome = Task { try await deadline.run(elseThrow: problem) { try await work.untilReleased() } }
        await work.begun()
        await clock.somebodySleeps()
        clock.advance(by: .seconds(30))
        await #expect(throws: Problem.self) { try await outcome.value }
        #expect(work.wasCancelled)
    }

    @Test func `what began later has as much time`() async throws {
        let (first, second) = (Work(), Work())
        let deadline = deadline
        let early = Task { try await deadline.run(elseThrow: problem) { try await first.untilReleased() } }
        await first.begun()
        await clock.somebodySleeps()
        clock.advance(by: .seconds(20))
        let late = Task { try await deadline.run(elseThrow: problem) { try await second.untilReleased() } }
        await second.begun()
        clock.advance(by: .seconds(10))
        await #expect(throws: Problem.self) { try await early.value }
        second.release()
        try await late.value
        #expect(!second.wasCancelled)
    }

    @Test func `after a rest time is counted again`() async throws {
        let deadline = deadline
        try await deadline.run(elseThrow: problem) {}
        await clock.somebodySleeps()
        clock.advance(by: .seconds(3_000))
        let work = Work()
        let outcome = Task { try await deadline.run(elseThrow: problem) { try await work.untilReleased() } }
        await work.begun()
        await clock.somebodySleeps()
        clock.advance(by: .seconds(30))
        await #expect(throws: Problem.self) { try await outcome.value }
    }

    @Test func `who is cancelled cancels the work`() async throws {
        let work = Work()
        let deadline = deadline
        let outcome = Task { try await deadline.run(elseThrow: problem) { try await work.untilReleased() } }
        await work.begun()
        outcome.cancel()
        await #expect(throws: CancellationError.self) { try await outcome.value }
    }
}

/// Work that lasts until it is released or cancelled.
private final class Work: Sendable {
    private let start = AsyncStream.makeStream(of: Void.self)
    private let end = AsyncStream.makeStream(of: Void.self)
    private let cancelled = Mutex(false)

    var wasCancelled: Bool { cancelled.withLock(\.self) }

    func begun() async { for await _ in start.stream { return } }

    func release() { end.continuation.yield() }

    func untilReleased() async throws {
        start.continuation.yield()
        for await _ in end.stream { return }
        cancelled.withLock { $0 = true }
        throw CancellationError()
    }
}

/// Time that passes when a test says so, and wakes those whose sleep is over.
private final class SteppedClock: Sendable {
    private struct State {
        var now = Duration.seconds(1_000)
        var sleepers: [(due: Duration, continuation: CheckedContinuation<Void, Never>)] = []
        var sleepsBegun = 0
    }

    private let state = Mutex(State())

    var sleepsBegun: Int { state.withLock(\.sleepsBegun) }

    var serverClock: ServerClock {
        ServerClock(uptime: { self.state.withLock(\.now) }, sleep: { await self.sleep($0) })
    }

    func somebodySleeps() async {
        while state.withLock({ $0.sleepers.isEmpty }) { await Task.yield() }
    }

    func advance(by duration: Duration) {
        let woken = state.withLock { state in
            state.now += duration
            let woken = state.sleepers.filter { $0.due <= state.now }
            state.sleepers.removeAll { $0.due <= state.now }
            return woken
        }
        for sleeper in woken { sleeper.continuation.resume() }
    }

    private func sleep(_ duration: Duration) async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                state.sleepsBegun += 1
                if duration <= .zero { return true }
                state.sleepers.append((state.now + duration, continuation))
                return false
            }
            if isOver { continuation.resume() }
        }
    }
}
