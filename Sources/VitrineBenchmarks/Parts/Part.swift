import Foundation

/// One step of serving a page, timed many times.
struct Part {
    let name: String
    /// Nanoseconds, one a run.
    private let times: [Double]

    init(_ name: String, runs: Int, _ work: () async throws -> Void) async throws {
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<runs {
            let start = clock.now
            try await work()
            times.append((clock.now - start).seconds * 1e9)
        }
        self.init(name, times: times)
    }

    init(_ name: String, times: [Double]) {
        self.name = name
        self.times = times.sorted()
    }

    var line: String {
        String(
            format: "%@ median %9.2f µs, p99 %9.2f µs", name.padded(46), times[times.count / 2] / 1000,
            times[times.count * 99 / 100] / 1000)
    }
}
