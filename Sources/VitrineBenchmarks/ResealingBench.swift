import ArgumentParser
import Foundation

/// Sealing everything of an installation anew, beside SQLite writing the same bytes to the same places.
struct ResealingBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resealing",
        abstract: "Measure `vitrine keys reseal` beside bare SQLite that replaces boxes of the same sizes, in one run.",
        discussion: """
            Both work on copies of the data directory, which is left as it is: the product on one; bare SQLite on the other, \
            in batches of as many boxes, as durable, reading each box before it is replaced. Boxes of purchases and facts come \
            to lie at new addresses, all others stay where they are, as with the product.

            Example:
              vitrine-bench resealing --data ./data --vitrine .build/release/vitrine
            """)

    @Option(help: "The data directory; no server may hold it.") var data: String
    @Option(help: ArgumentHelp("The program.", valueName: "path")) var vitrine = ".build/release/vitrine"
    @Option(help: "Rounds.") var rounds = 3

    func run() async throws {
        let files = FileManager.default
        let copies = files.temporaryDirectory.appending(
            path: "vitrine-bench-\(ProcessInfo.processInfo.processIdentifier)")
        try files.createDirectory(at: copies, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: copies) }
        var product: [Double] = []
        var bare: [Double] = []
        var count = 0
        for round in 0..<rounds {
            let copy = copies.appending(path: "product-\(round)")
            try files.copyItem(atPath: data, toPath: copy.path)
            product.append(try Self.seconds { try reseal(copy.path) })
            try files.removeItem(at: copy)
            let other = copies.appending(path: "bare.db")
            try files.copyItem(atPath: data + "/vitrine.db", toPath: other.path)
            let replacing = try BareReplacing(path: other.path)
            bare.append(try Self.seconds { count = try replacing.run() })
            try replacing.close()
            for suffix in ["", "-wal", "-shm"] { try? files.removeItem(atPath: other.path + suffix) }
        }
        let (mine, theirs) = (product.sorted()[rounds / 2], bare.sorted()[rounds / 2])
        print(
            String(
                format: "%d boxes: vitrine %.1f s (%.0f/s), bare SQLite %.1f s (%.0f/s), ratio of the rates %.2f",
                count,
                mine, Double(count) / mine, theirs, Double(count) / theirs, theirs / mine))
    }

    private func reseal(_ path: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: vitrine)
        process.arguments = ["keys", "reseal", "--data", path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw ValidationError("`\(vitrine) keys reseal --data \(path)` ended with \(process.terminationStatus)")
        }
    }

    private static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let taken = try ContinuousClock().measure(work)
        return Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
    }
}
