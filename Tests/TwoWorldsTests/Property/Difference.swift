/// The first answer that differs between two worlds.
struct Difference: Sendable, CustomStringConvertible {
    let first: Exchange
    let second: Exchange

    var description: String {
        """
        moment \(second.moment), \(second.asker) asks \(second.line)
        first world:  \(Self.text(first.answer))
        second world: \(Self.text(second.answer))
        """
    }

    private static func text(_ answer: WireAnswer) -> String {
        ([answer.status] + answer.headers + [answer.text]).joined(separator: "\n    ")
    }
}
