/// How far a long task has come.
struct ProgressState: Hashable, Sendable {
    var rows = 0
    var bytes = 0
    /// Nothing when the end cannot be foreseen, as on standard input.
    var totalBytes: Int?
    var elapsed = Duration.zero

    /// Zero to one.
    var fraction: Double? {
        guard let totalBytes else { return nil }
        return totalBytes == 0 ? 1 : min(1, Double(bytes) / Double(totalBytes))
    }

    /// Rows a second, since the beginning; nothing before there is anything to go by.
    var rate: Double? {
        let seconds = elapsed / .seconds(1)
        return seconds > 0.05 ? Double(rows) / seconds : nil
    }

    /// How long the rest takes at the speed so far.
    var remaining: Duration? {
        guard let fraction, fraction > 0, rate != nil else { return nil }
        return elapsed * (1 / fraction - 1)
    }
}
