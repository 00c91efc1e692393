import Foundation

extension Measured {
    static let heading = [
        "load".padded(34), "conns", "  req/s", "   p50", "   p99", " p99.9", "   max ms", "server µs", "× ready",
        "p99 × ready",
        "refused", "cut",
    ].joined(separator: "  ")

    var line: String {
        let ratios = [ratio(\.perSecond), ratio(\.p99)].map { $0.map { String(format: "%7.2f", $0) } ?? "      –" }
        return [
            name.padded(34), String(format: "%5d", connections), String(format: "%7.0f", median(\.perSecond)),
            String(format: "%6.2f", median(\.p50)), String(format: "%6.2f", median(\.p99)),
            String(format: "%6.2f", median(\.p999)), String(format: "%9.2f", median(\.slowest)),
            String(format: "%9.1f", median(\.serverMicroseconds)), ratios[0], "    " + ratios[1],
            String(format: "%7d", rounds.reduce(0) { $0 + $1.refused }),
            String(format: "%3d", rounds.reduce(0) { $0 + $1.cutOff }),
        ].joined(separator: "  ")
    }
}

extension String {
    /// Filled up with blanks.
    func padded(_ width: Int) -> String { padding(toLength: Swift.max(width, count), withPad: " ", startingAt: 0) }
}
