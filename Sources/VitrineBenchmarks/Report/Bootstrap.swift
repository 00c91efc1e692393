/// How far apart the medians of two series may lie, by drawing from them again and again (Efron 1979).
struct Bootstrap {
    /// The difference of the medians, the second less the first.
    let difference: Double
    /// Within which it lies with 99 of 100, at either end.
    let lower: Double
    let upper: Double

    /// The farthest from zero that it may be.
    var bound: Double { max(abs(lower), abs(upper)) }

    init(_ first: [Double], _ second: [Double], draws: Int = 10_000, seed: UInt64 = 1) {
        precondition(!first.isEmpty && !second.isEmpty, "there is nothing to draw from")
        var generator = SeededGenerator(seed: seed)
        func draw(_ series: [Double]) -> Double {
            series.indices.map { _ in series[Int.random(in: series.indices, using: &generator)] }.median
        }
        difference = second.median - first.median
        let differences = (0..<draws).map { _ in draw(second) - draw(first) }.sorted()
        lower = differences[draws / 100]
        upper = differences[draws - 1 - draws / 100]
    }
}
