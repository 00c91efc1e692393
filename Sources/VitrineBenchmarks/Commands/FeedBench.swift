import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

/// Pages of the feed, beside a ready body on the same server stack.
struct FeedBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "Measure pages of the feed over loopback, beside a ready body of the same length, in one run.",
        discussion: """
            Makes a world, or takes one that was made, and starts the built `vitrine` on it. Closed loops ask again once they \
            were answered; open loops ask at a fixed rate, and an answer's time counts from when its request was due. Loads \
            that are compared take turns. The ready body is served by a process of its own with the head of a real page and \
            no middleware. One token makes 600 requests a minute, so a hot viewer reads by many tokens.

            Examples:
              vitrine-bench feed --data ./world --source ../shared/data
              vitrine-bench feed --data ./made --people 1000 --friends 150 --purchases 100
              vitrine-bench feed --data ./world --writes-per-second 200 --narrowings-per-second 20 --json figures.json
            """)

    @OptionGroup var options: WorldOptions
    @Option(help: "Connections.") var connections = 64
    @Option(help: "Seconds of each load.") var seconds = 5.0
    @Option(help: "Turns.") var rounds = 3
    @Option(help: "Requests a second of the open loops; default: six tenths of the closed loop's.") var rate: Double?
    @Option(
        help: ArgumentHelp("Who reads again and again; default: somebody with about 150 friends.", valueName: "handle"))
    var viewer: String?
    @Option(help: "Purchases and changes of shops a second beside a load of its own.") var writesPerSecond = 0.0
    @Option(help: "Purchases hidden a second beside that load.") var narrowingsPerSecond = 0.0
    @Flag(help: "Nothing but the ready body and the hot viewer, for a profiler or a quick look.") var hotOnly = false
    @Option(help: ArgumentHelp("Where to write the figures.", valueName: "file")) var json: String?

    func run() async throws {
        let program = try Program(named: options.vitrine)
        let world = try options.world(of: program)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        let session = try await FeedSession(world, program, viewer: viewer, loops: group)
        let report: FeedReport
        do {
            report = try await measure(session)
        } catch {
            session.stop()
            throw error
        }
        session.stop()
        try await group.shutdownGracefully()
        FileLine.write(report.text)
        try json.map { try report.write(to: $0) }
    }

    private func measure(_ session: FeedSession) async throws -> FeedReport {
        var report = FeedReport(
            machine: .current(), people: session.world.people.count,
            hotViewer: session.world.people[session.hotViewer], bodyBytes: session.bodyBytes)
        var turns = FeedTurns(
            session: session, connections: connections, duration: .milliseconds(Int64(seconds * 1000)))
        report.memory.append(try session.memory("after the start"))
        if hotOnly {
            FileLine.write("the server is process \(session.server.processID)")
            try await turns.warmUp(withEverybody: false)
            for _ in 0..<rounds { try await turns.hotTurn() }
            report.memory.append(try session.memory("after the loads"))
            (report.rows, report.ratios) = (turns.rows, turns.ratios)
            return report
        }
        try await turns.coldPass()
        report.memory.append(try session.memory("with everybody's first page read"))
        try await turns.warmUp()
        for _ in 0..<rounds { try await turns.closedTurn() }
        for _ in 0..<rounds { try await turns.openTurn(rate: rate) }
        report.memory.append(try session.memory("after the quiet loads"))
        if writesPerSecond > 0 || narrowingsPerSecond > 0 {
            report.beside = try await turns.turnsBeside(
                rounds: rounds, writes: writesPerSecond, narrowings: narrowingsPerSecond, rate: rate)
            report.memory.append(try session.memory("after the loads with writes"))
        }
        report.rows = turns.rows
        report.ratios = turns.ratios
        return report
    }
}
