import ArgumentParser
import Foundation

/// A year of real purchases through the shops of a real graph, day by day, each with its tick.
struct ReplayBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Replay a real year through the epochs: how long ticks take, and what boards and watchers learn.",
        discussion: """
            Everybody of the graph has a shop, with picks of the household's own most bought goods. Which friend's shop a \
            purchase comes through, who looks where, and which household hides everything is drawn from the seed; purchases, \
            friendships and times are real. The clock stands still but for the end of each day.

            The same seed comes to the same digest on every run, with the hidden purchases or without them.

            Example:
              vitrine-bench replay --source ../vitrine-data
            """)

    @Option(help: ArgumentHelp("A folder with a real graph and a real year of purchases.", valueName: "dir"))
    var source: String
    @Option(help: ArgumentHelp("Which category the goods of the real year are.", valueName: "file"))
    var productTypes = "Tests/RealDataTests/Input/product_types.tsv"
    @Option(help: "The same seed makes the same year.") var seed: UInt64 = 1
    @Option(help: "Only so many days, for a quick look.") var days: Int?
    @Flag(help: "Leave the hidden purchases out: the digest must be the same.") var withoutHidden = false
    @Option(help: ArgumentHelp("Write the figures as JSON.", valueName: "file")) var json: String?

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "vitrine-replay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let machine = Machine.current()
        FileLine.write(machine.line)
        let year = try ReplayYear(RealTables(source: source, productTypes: productTypes).tables(), seed: seed)
        let town = try await ReplayTown(year, in: folder.path)
        FileLine.write("\(year.people.count) people, \(year.friendships) friendships, \(town.pickCount) picks")
        var replay = Replay(year: year, town: town, seed: seed)
        try await replay.run(days: days, withoutHidden: withoutHidden)
        let report = ReplayReport(replay, machine: machine)
        FileLine.write(report.text)
        if let json { try JSONEncoder().encode(report).write(to: URL(filePath: json)) }
        try town.close()
    }
}
