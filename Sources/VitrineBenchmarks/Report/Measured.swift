/// One row of the table: a kind of load, measured in several rounds.
struct Measured: Encodable {
    struct Round: Encodable {
        let perSecond: Double
        /// Milliseconds.
        let p50: Double
        let p99: Double
        let p999: Double
        let slowest: Double
        /// Processor time of the server for one answer, in microseconds.
        let serverMicroseconds: Double
        let answers: Int
        let refused: Int
        let cutOff: Int
    }

    let name: String
    let connections: Int
    var rounds: [Round] = []
    /// The rounds of what it is compared with, taken in the same turns.
    var reference: [Round]?

    func median(_ value: (Round) -> Double) -> Double { rounds.map(value).median }

    /// The median over the rounds of a ratio to the reference of the same round.
    func ratio(_ value: (Round) -> Double) -> Double? {
        guard let reference, reference.count == rounds.count else { return nil }
        return zip(rounds, reference).map { value($0) / value($1) }.median
    }
}

extension [Double] {
    /// The middle one; 0 of none.
    var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}
