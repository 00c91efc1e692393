import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

/// How much slower a page becomes as a world grows.
struct GrowthBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth",
        abstract: "Measure pages of the feed as people, friends and purchases grow tenfold and a hundredfold.",
        discussion: """
            Makes each world, or takes one that was made, starts the built `vitrine` on it, and reads first pages: of the same \
            number of people once, cold, over one connection; of the same people in turn, warm; and of one viewer again and \
            again. Times are those of one request at a time.

            Example:
              vitrine-bench growth --data ./growth
            """)

    /// A world, and what it is grown from.
    private struct Size {
        let name: String
        let people: Int
        let friends: Int
        let purchases: Int
    }

    private static let sizes = [
        Size(name: "to begin with", people: 400, friends: 15, purchases: 10),
        Size(name: "people x 10", people: 4_000, friends: 15, purchases: 10),
        Size(name: "people x 100", people: 40_000, friends: 15, purchases: 10),
        Size(name: "purchases x 10", people: 400, friends: 15, purchases: 100),
        Size(name: "purchases x 100", people: 400, friends: 15, purchases: 1_000),
        Size(name: "friends x 10", people: 4_000, friends: 150, purchases: 10),
        Size(name: "friends x 100", people: 4_000, friends: 1_500, purchases: 10),
    ]
    /// As many as the smallest world has.
    private static let viewers = 400

    @Option(help: ArgumentHelp("A folder for the worlds.", valueName: "dir")) var data: String
    @Option(help: "Seconds of each load.") var seconds = 2.0
    @Option(help: "The same seed makes the same worlds.") var seed: UInt64 = 1
    @Option(help: ArgumentHelp("The program; default: `vitrine` beside this one.", valueName: "path"))
    var vitrine: String?
    @Option(help: ArgumentHelp("Where to write the figures.", valueName: "file")) var json: String?

    /// Milliseconds of a page, at the median.
    private struct Row: Encodable {
        let name: String
        let people: Int
        let friends: Int
        let purchases: Int
        let cold: Double
        let inTurn: Double
        let again: Double
        let residentMB: Double
    }

    func run() async throws {
        let program = try Program(named: vitrine)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        FileLine.write(Machine.current().line)
        FileLine.write("milliseconds a page at the median, and how many times that of the first world")
        var rows: [Row] = []
        for size in Self.sizes {
            let row = try await measure(size, program, group)
            rows.append(row)
            FileLine.write(Self.line(row, beside: rows[0]))
        }
        try await group.shutdownGracefully()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        if let json { try encoder.encode(rows).write(to: URL(filePath: json)) }
    }

    private func measure(_ size: Size, _ program: Program, _ group: any EventLoopGroup) async throws -> Row {
        let folder = WorldFolder("\(data)/\(size.people)-\(size.friends)-\(size.purchases)")
        if !folder.isWhole {
            let tables = SyntheticTables(
                people: size.people, friendsEach: size.friends, purchasesEach: size.purchases, seed: seed)
            try folder.make(tables.tables(), by: program) { _ in }
        }
        let session = try await FeedSession(try BenchWorld(folder), program, viewer: nil, loops: group)
        defer { session.stop() }
        var plan = LoadPlan(
            port: session.server.port, requests: try await session.everybody(atMost: Self.viewers),
            connections: 1, duration: .milliseconds(Int64(seconds * 1000)))
        plan.onlyOnce = true
        let cold = try await session.round(plan, on: session.server)
        plan.onlyOnce = false
        let inTurn = try await session.round(plan, on: session.server)
        plan = LoadPlan(
            port: session.server.port, requests: try await session.hotRequests(for: seconds * 2 * inTurn.perSecond),
            connections: 1, duration: plan.duration)
        let again = try await session.round(plan, on: session.server)
        return Row(
            name: size.name, people: size.people, friends: size.friends, purchases: size.purchases, cold: cold.p50,
            inTurn: inTurn.p50, again: again.p50, residentMB: try session.memory("").residentMB)
    }

    private static func line(_ row: Row, beside first: Row) -> String {
        func figure(_ name: String, _ value: Double, _ reference: Double) -> String {
            String(format: "%@ %.3f (x %.2f)", name, value, value / reference)
        }
        return [
            row.name.padding(toLength: 16, withPad: " ", startingAt: 0),
            "\(row.people) people, \(row.friends) friends, \(row.purchases) purchases each:",
            figure("cold", row.cold, first.cold) + ",", figure("in turn", row.inTurn, first.inTurn) + ",",
            figure("again", row.again, first.again) + ";", String(format: "%.0f MB", row.residentMB),
        ].joined(separator: " ")
    }
}
