import Foundation

/// Two ways of doing the same, measured in turns so that both see the same machine.
struct Comparison {
    let name: String
    /// Median nanoseconds a record.
    let product: Double
    let bare: Double

    var ratio: Double { product / bare }
    var perSecond: Double { 1e9 / product }

    init(_ name: String, rounds: Int, records: Int, product: () throws -> Void, bare: () throws -> Void) rethrows {
        var (first, second): ([Double], [Double]) = ([], [])
        for _ in 0..<rounds {
            first.append(try Self.time(records, product))
            second.append(try Self.time(records, bare))
        }
        self.name = name
        self.product = first.sorted()[rounds / 2]
        self.bare = second.sorted()[rounds / 2]
    }

    private static func time(_ records: Int, _ work: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let taken = try clock.measure { for _ in 0..<records { try work() } }
        return (Double(taken.components.seconds) * 1e9 + Double(taken.components.attoseconds) / 1e9) / Double(records)
    }

    var line: String {
        String(
            format: "%@ product %7.0f ns, bare %7.0f ns, ratio %.2f, %.0f records/s a core",
            name.padding(toLength: 24, withPad: " ", startingAt: 0), product, bare, ratio, perSecond)
    }
}
