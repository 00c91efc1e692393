extension ProgressState {
    /// One line with a bar, at most so many cells wide: `purchases [####----] 45 % 165,000 rows 12,300/s 0:17 left`.
    func bar(title: String, width: Int) -> String {
        let share = fraction.map { "\(Int($0 * 100)) %" }
        let parts = [share, "\(Self.grouped(rows)) rows", rateText, remainingText].compactMap(\.self)
        let text = parts.joined(separator: "  ")
        guard let fraction else { return "\(title)  \(text)" }
        let room = min(40, width - DisplayWidth.of(title) - DisplayWidth.of(text) - 6)
        guard room >= 5 else { return "\(title)  \(text)" }
        let full = Int(fraction * Double(room))
        let bar = String(repeating: "#", count: full) + String(repeating: "-", count: room - full)
        return "\(title) [\(bar)]  \(text)"
    }

    /// The same for what cannot be overwritten: `purchases: 165,000 rows, 12,300/s, 45 %, 0:17 left`.
    func line(title: String) -> String {
        let share = fraction.map { "\(Int($0 * 100)) %" }
        let parts = ["\(Self.grouped(rows)) rows", rateText, share, remainingText].compactMap(\.self)
        return "\(title): " + parts.joined(separator: ", ")
    }

    /// What is said at the end: `purchases: 369,373 rows in 0:30, 12,312/s`.
    func summary(title: String) -> String {
        let parts = ["\(Self.grouped(rows)) rows in \(Self.clock(elapsed))", rateText].compactMap(\.self)
        return "\(title): " + parts.joined(separator: ", ")
    }

    private var rateText: String? { rate.map { "\(Self.grouped(Int($0)))/s" } }

    private var remainingText: String? { remaining.map { "\(Self.clock($0)) left" } }

    /// `1:02:03`, or `2:03` below an hour.
    static func clock(_ duration: Duration) -> String {
        let seconds = Int(duration.components.seconds)
        let tail = twoDigits(seconds % 60)
        guard seconds >= 3600 else { return "\(seconds / 60):\(tail)" }
        return "\(seconds / 3600):\(twoDigits(seconds / 60 % 60)):\(tail)"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// With a comma every three digits.
    static func grouped(_ number: Int) -> String {
        var text = ""
        for (position, digit) in String(number).reversed().enumerated() {
            if position > 0, position.isMultiple(of: 3), digit != "-" { text.append(",") }
            text.append(digit)
        }
        return String(text.reversed())
    }
}
