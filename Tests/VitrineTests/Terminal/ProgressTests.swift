import Synchronization
import Testing

@testable import vitrine

@Suite struct ProgressTests {
    private final class Written: Sendable {
        let text = Mutex("")

        func output(isTerminal: Bool) -> TerminalOutput {
            TerminalOutput(isTerminal: isTerminal, width: { 80 }) { text in self.text.withLock { $0 += text } }
        }
    }

    @Test func `a terminal gets a bar that is drawn over`() {
        let (clock, written) = (ManualClock(), Written())
        var progress = ProgressReporter(
            title: "purchases", totalBytes: 1000, output: written.output(isTerminal: true), clock: clock)
        progress.update(rows: 1, bytes: 1)
        clock.advance(by: .seconds(10))
        progress.update(rows: 165_000, bytes: 450)
        clock.advance(by: .milliseconds(50))
        progress.update(rows: 165_001, bytes: 451)
        progress.note("line 7: odd")
        clock.advance(by: .seconds(20))
        progress.finish()
        let bar = "\rpurchases [###########--------------]  45 %  165,000 rows  16,500/s  0:12 left\u{1B}[K"
        #expect(
            written.text.withLock(\.self)
                == bar + "\r\u{1B}[Kline 7: odd\npurchases: 165,001 rows in 0:30, 5,490/s\n")
    }

    @Test func `elsewhere a plain line is written now and then`() {
        let (clock, written) = (ManualClock(), Written())
        var progress = ProgressReporter(
            title: "people", totalBytes: nil, output: written.output(isTerminal: false), clock: clock)
        for second in 1...25 {
            clock.advance(by: .seconds(1))
            progress.update(rows: second * 1000, bytes: second)
        }
        progress.finish()
        #expect(
            written.text.withLock(\.self) == """
                people: 10,000 rows, 1,000/s
                people: 20,000 rows, 1,000/s
                people: 25,000 rows in 0:25, 1,000/s

                """)
    }

    @Test func `the time left follows from the bytes`() {
        let state = ProgressState(rows: 10, bytes: 25, totalBytes: 100, elapsed: .seconds(1300))
        #expect(state.line(title: "x") == "x: 10 rows, 0/s, 25 %, 1:05:00 left")
        #expect(ProgressState(rows: 0, bytes: 0, totalBytes: 0).fraction == 1)
        #expect(ProgressState(totalBytes: nil).remaining == nil)
    }

    @Test func `a bar fits its line`() {
        let state = ProgressState(rows: 1_234_567, bytes: 99, totalBytes: 100, elapsed: .seconds(100))
        for width in 20...120 where width >= 60 {
            #expect(DisplayWidth.of(state.bar(title: "好友关系", width: width)) <= width)
        }
    }
}
