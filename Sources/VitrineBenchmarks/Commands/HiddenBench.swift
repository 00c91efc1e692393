import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

/// Whether the time of an answer tells that much is hidden.
struct HiddenBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hidden",
        abstract: "Compare the time of a page in two worlds, of which one has many purchases more that nobody may see.",
        discussion: """
            Two servers stand side by side and are asked in turns (first, second, second, first). What is compared are the \
            medians of the turns; the bound on their difference is the farther end of a 99 % bootstrap interval. It passes \
            when the bound is at most 2 % of the median, or 50 µs; otherwise the command ends with 1.

            Example:
              vitrine-bench hidden --data ./hidden --hidden 10000
            """)

    @Option(help: ArgumentHelp("A folder for both worlds; used again where there are any.", valueName: "dir")) var data:
        String
    @Option(help: "Purchases that nobody may see, in the second world only.") var hidden = 10_000
    @Option(help: "Rounds of four turns.") var rounds = 50
    @Option(help: "Pages a turn, each by a token of its own; a token makes 600 requests a minute.") var pages = 100
    @Option(help: ArgumentHelp("The program; default: `vitrine` beside this one.", valueName: "path"))
    var vitrine: String?

    func run() async throws {
        let program = try Program(named: vitrine)
        let first = try world("without", hidden: 0, program)
        let second = try world("with", hidden: hidden, program)
        guard let viewer = first.hotViewer, viewer == second.hotViewer else {
            throw BenchFailure("the worlds are not alike")
        }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let servers = [try ChildServer.vitrine(program, first), try ChildServer.vitrine(program, second)]
        defer { servers.forEach { $0.stop() } }
        let plans = try await [
            plan(first, viewer, servers[0]), plan(second, viewer, servers[1]),
        ]
        var medians: [[Double]] = [[], []]
        for round in -2..<rounds {
            for side in [0, 1, 1, 0] {
                let outcome = try await LoadRun.run(plans[side], on: group.next())
                guard outcome.answers == pages else { throw BenchFailure("a page was refused") }
                // The first rounds warm both up.
                if round >= 0 { medians[side].append(outcome.milliseconds(50) * 1000) }
            }
        }
        try await group.shutdownGracefully()
        try report(Bootstrap(medians[0], medians[1]), median: medians[0].median)
    }

    private func report(_ bootstrap: Bootstrap, median: Double) throws {
        let allowed = max(0.02 * median, 50)
        FileLine.write(Machine.current().line)
        FileLine.write(
            String(
                format: "page %.1f µs; with %d hidden %+.1f µs (99 %% within %+.1f … %+.1f µs; allowed ±%.1f µs)",
                median,
                hidden, bootstrap.difference, bootstrap.lower, bootstrap.upper, allowed))
        guard bootstrap.bound <= allowed else { throw ExitCode.failure }
    }

    private func world(_ name: String, hidden: Int, _ program: Program) throws -> BenchWorld {
        let folder = WorldFolder("\(data)/\(name)")
        if !folder.isWhole {
            let tables = SyntheticTables(people: 100, friendsEach: 60, purchasesEach: 60, hidden: hidden, seed: 1)
                .tables()
            try folder.make(tables, by: program) { _ in }
        }
        return try BenchWorld(folder)
    }

    /// Requests of one viewer, each by a token of its own, so that none is turned away.
    private func plan(_ world: BenchWorld, _ viewer: Int, _ server: ChildServer) async throws -> LoadPlan {
        let tokens = try await TokenIssuing(folder: world.folder).issue(
            for: Array(repeating: world.people[viewer], count: pages), scopes: ["feed:read"])
        var plan = LoadPlan(port: server.port, requests: tokens.map { RequestText.get("/v1/feed", token: $0) })
        (plan.connections, plan.onlyOnce) = (1, true)
        return plan
    }
}
