import ArgumentParser
import Foundation

/// Importing purchases, beside SQLite writing the same boxes in as many batches.
struct IntakeBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake",
        abstract: "Measure `vitrine import purchases` beside bare SQLite that writes the same boxes, in one run.",
        discussion: """
            Makes a directory with everything but purchases, and in each round imports the purchases into a copy of it. Bare \
            SQLite then writes every box that came of it into another copy: in as many transactions, as durable, each in the \
            order of the addresses. A box that the import wrote more than once is written once there. The import's time is \
            that of the whole command.

            Example:
              vitrine-bench intake --data ./intake --source ../shared/data
            """)

    /// Rows that the import takes at once.
    private static let rowsABatch = 50_000

    @OptionGroup var options: WorldOptions
    @Option(help: "Rounds.") var rounds = 3

    func run() throws {
        let (files, program) = (FileManager.default, try Program(named: options.vitrine))
        let tables = try options.tables()
        let (empty, full) = (WorldFolder(options.data + "/empty"), WorldFolder(options.data + "/full"))
        if !empty.isWhole {
            var others = tables
            others.purchases = []
            try empty.make(others, by: program) { FileLine.write($0) }
        }
        try files.createDirectory(atPath: full.path, withIntermediateDirectories: true)
        try tables.write(to: full)
        FileLine.write(Machine.current().line)
        let count = tables.purchases.count
        var (mine, theirs): ([Double], [Double]) = ([], [])
        for _ in 0..<rounds {
            let bare = full.path + "/bare.db"
            for path in [full.data, bare, bare + "-wal", bare + "-shm"] { try? files.removeItem(atPath: path) }
            try files.copyItem(atPath: empty.data, toPath: full.data)
            try files.copyItem(atPath: empty.data + "/vitrine.db", toPath: bare)
            let command = [
                "import", "purchases", full.purchases.path, "--data", full.data, "--clock", tables.importedAt,
            ]
            mine.append(try ContinuousClock().measure { try program.run(command) }.seconds)
            let inserting = try BareInserting(path: bare, other: full.data + "/vitrine.db")
            let batches = (count + Self.rowsABatch - 1) / Self.rowsABatch
            theirs.append(try ContinuousClock().measure { try inserting.run(batches: batches) }.seconds)
            FileLine.write(
                String(
                    format:
                        "%d purchases in %.1f s, %.0f rows/s; bare SQLite: %d boxes in %.1f s; ratio of the rates %.2f",
                    count, mine[mine.count - 1], Double(count) / mine[mine.count - 1], inserting.count,
                    theirs[theirs.count - 1], theirs[theirs.count - 1] / mine[mine.count - 1]))
        }
        let ratios = zip(mine, theirs).map { $1 / $0 }
        FileLine.write(
            String(
                format: "medians of %d rounds: %.0f rows/s, ratio of the rates %.2f", rounds,
                Double(count) / mine.median, ratios.median))
    }
}
