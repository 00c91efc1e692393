import ArgumentParser
import Disclosure
import Domain
import Foundation

/// Erases many people, checks every answer, and looks for what was erased in every file.
struct ErasureBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erasures",
        abstract: "Erase many people through the real stores, and look for residue byte by byte in every file.",
        discussion: """
            People with purchases, friends, blocks and hidden purchases are made in towns of a few hundred, each in a directory \
            of its own, and erased, several at once. Every certificate is verified, and asked for again. After each stretch of \
            erasures the files are searched for every version ever written of everything that is gone. With `--beside-load`, \
            every second town is written to all the while. Exit code 1 when anything failed or was left.

            Example:
              vitrine-bench erasures --data ./erasures --count 10000 --beside-load
            """)

    @Option(help: "A directory for the towns; each is removed when it is done.") var data: String
    @Option(help: "People to erase.") var count = 10_000
    @Option(help: "People of a town; a tenth of them stay.") var people = 300
    @Option(help: "Erasures at once.") var concurrency = 4
    @Option(help: "Seed of the first town.") var seed: UInt64 = 1
    @Flag(help: "Write to every second town while people are erased.") var besideLoad = false

    func run() async throws {
        guard people >= 20, concurrency >= 1 else { throw ValidationError("`--people` is 20 at least") }
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        var total = ErasureFigures()
        var town = UInt64(0)
        while total.erasures < count {
            let folder = "\(data)/town-\(town)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let isLoaded = besideLoad && town % 2 == 1
            let made = try await ErasureTown(people: people, seed: seed + town, in: folder)
            let figures = try await made.erase(
                min(people * 9 / 10, count - total.erasures), concurrency: concurrency, besideLoad: isLoaded)
            total.add(figures)
            FileLine.write("town \(town), seed \(seed + town)\(isLoaded ? ", beside load" : ""): \(figures.line)")
            town += 1
        }
        FileLine.write("all: \(total.line)")
        if !total.isSound { throw ExitCode.failure }
    }
}

/// What came of erasures.
struct ErasureFigures: Sendable {
    var erasures = 0
    var besideLoad = 0
    var failures = 0
    var certificates = 0
    /// Boxes of which a trace was found, of all that were looked for.
    var residue = 0
    var lookedFor = 0
    var seconds: [Double] = []

    var isSound: Bool { failures == 0 && residue == 0 && certificates == erasures }

    mutating func add(_ other: ErasureFigures) {
        erasures += other.erasures
        besideLoad += other.besideLoad
        failures += other.failures
        certificates += other.certificates
        residue += other.residue
        lookedFor += other.lookedFor
        seconds += other.seconds
    }

    var line: String {
        let sorted = seconds.sorted()
        let (median, late) = (sorted[sorted.count / 2], sorted[sorted.count * 99 / 100])
        return String(
            format: "%d erasures (%d beside load), %d failed, %d certificates verified, residue of %d of %d boxes, "
                + "median %.0f ms, 99th %.0f ms",
            erasures, besideLoad, failures, certificates, residue, lookedFor, median * 1_000, late * 1_000)
    }
}
