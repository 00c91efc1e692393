import Domain
import Synchronization
import Testing
import VitrineTesting

@testable import vitrine

struct SteadyClockTests {
    /// The time that has passed, as a test says.
    private final class Uptime: Sendable {
        let seconds = Mutex(0)
        var now: Duration { seconds.withLock { .seconds($0) } }
        func pass(_ count: Int) { seconds.withLock { $0 += count } }
    }

    private let machine = FixedClock(Instant(seconds: 1_000_000))
    private let uptime = Uptime()

    private func clock() -> SteadyClock {
        let uptime = uptime
        return SteadyClock(machine, uptime: { uptime.now })
    }

    @Test func `it follows the machine's clock`() {
        let clock = clock()
        for _ in 0..<10 {
            machine.advance(bySeconds: 86_400)
            uptime.pass(86_400)
            #expect(clock.now == machine.now)
        }
    }

    @Test func `a step forward releases nothing early`() {
        let clock = clock()
        machine.advance(bySeconds: 30 * 86_400)
        uptime.pass(60)
        #expect(clock.now == Instant(seconds: 1_000_000 + 60 + 300))
        uptime.pass(3600)
        #expect(clock.now == Instant(seconds: 1_000_000 + 3660 + 300))
    }

    @Test func `a step back is followed, and small corrections are`() {
        let clock = clock()
        machine.advance(bySeconds: -7200)
        #expect(clock.now == machine.now)
        machine.advance(bySeconds: 7200 + 200)
        #expect(clock.now == machine.now)
    }
}
