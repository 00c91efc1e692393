import Foundation

/// What a run of the feed bench found.
struct FeedReport: Encodable {
    struct Memory: Encodable {
        let moment: String
        let residentMB: Double
        let peakMB: Double
        /// Without mapped files, such as the database.
        let anonymousMB: Double
    }

    struct Beside: Encodable {
        let load: String
        /// What was wanted, and what there was time for.
        let wantedWritesPerSecond: Double
        let wantedNarrowingsPerSecond: Double
        let writesPerSecond: Double
        let narrowingsPerSecond: Double
        /// Milliseconds until a narrowing was acknowledged.
        let narrowingP50: Double
        let narrowingP99: Double
        let writeP50: Double
        let writeP99: Double
        let narrowings: Int
        let writes: Int
        let refused: [Int: Int]
        let pagesChecked: Int
        let staleItems: Int
    }

    let machine: Machine
    let people: Int
    let hotViewer: String
    let bodyBytes: Int
    var rows: [Measured] = []
    var memory: [Memory] = []
    var beside: [Beside] = []
    var ratios: [String: Double] = [:]

    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(self).write(to: URL(filePath: path))
    }
}
