/// Shows how far a long task has come: a bar on a terminal, a plain line now and then elsewhere.
struct ProgressReporter<Time: Clock> where Time.Duration == Duration {
    /// Often enough to look alive, seldom enough to cost nothing.
    private static var barInterval: Duration { .milliseconds(100) }
    private static var lineInterval: Duration { .seconds(10) }

    private let title: String
    private let output: TerminalOutput
    private let clock: Time
    private let start: Time.Instant
    private var state: ProgressState
    private var shownAt: Duration = .zero
    private var isBarShown = false

    init(title: String, totalBytes: Int?, output: TerminalOutput, clock: Time) {
        self.title = title
        self.output = output
        self.clock = clock
        start = clock.now
        state = ProgressState(totalBytes: totalBytes)
    }

    /// Takes note of where the task is, and shows it when it is time.
    mutating func update(rows: Int, bytes: Int) {
        state.rows = rows
        state.bytes = bytes
        state.elapsed = start.duration(to: clock.now)
        guard state.elapsed - shownAt >= (output.isTerminal ? Self.barInterval : Self.lineInterval) else { return }
        shownAt = state.elapsed
        if output.isTerminal {
            // One cell stays free, as some terminals wrap when the last one is filled.
            output.write("\r" + state.bar(title: title, width: output.width() - 1) + Self.clearToEnd)
            isBarShown = true
        } else {
            output.write(state.line(title: title) + "\n")
        }
    }

    /// Says something else in between, on a line of its own.
    mutating func note(_ text: String) {
        clearBar()
        output.write(text + "\n")
    }

    /// Says how it went.
    mutating func finish() {
        state.elapsed = start.duration(to: clock.now)
        clearBar()
        output.write(state.summary(title: title) + "\n")
    }

    private mutating func clearBar() {
        if isBarShown { output.write("\r" + Self.clearToEnd) }
        isBarShown = false
    }

    /// Erases to the end of the line (ECMA-48, EL).
    private static var clearToEnd: String { "\u{1B}[K" }
}
