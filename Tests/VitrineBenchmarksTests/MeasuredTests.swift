import Testing

@testable import vitrine_bench

struct MeasuredTests {
    private func round(_ perSecond: Double) -> Measured.Round {
        Measured.Round(
            perSecond: perSecond, p50: 1, p99: 2, p999: 3, slowest: 4, serverMicroseconds: 5, answers: 1, refused: 0,
            cutOff: 0)
    }

    @Test func `a ratio is the median of the ratios of each turn`() {
        var measured = Measured(name: "a", connections: 1, rounds: [round(10), round(30), round(20)])
        measured.reference = [round(10), round(10), round(10)]
        #expect(measured.ratio(\.perSecond) == 2)
    }

    @Test func `without as many turns of the other there is no ratio`() {
        var measured = Measured(name: "a", connections: 1, rounds: [round(10)])
        #expect(measured.ratio(\.perSecond) == nil)
        measured.reference = []
        #expect(measured.ratio(\.perSecond) == nil)
    }
}
