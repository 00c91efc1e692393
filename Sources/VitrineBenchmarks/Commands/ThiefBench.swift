import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

/// What a thief of one copy of a live directory can tie together.
struct ThiefBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thief",
        abstract:
            "Copy a directory while purchases are written to it, and measure which of them the copy ties to owners.",
        discussion: """
            Starts the real server, writes purchases one by one at a fixed rate, and copies the live directory with `cp` at \
            times that depend on the seed, the last one at the very end. Then stops the server, copies the directory at rest, \
            and has `vitrine audit database --copy` look through each copy with what the keys know. Exit code 1 when more than \
            two per cent of what was written are tied in a live copy, or anything in the copy at rest.

            Example:
              vitrine-bench thief --data ./thief --people 200 --friends 10 --purchases 5 --seconds 60
            """)

    /// The share of the purchases written in a run that one live copy may tie.
    private static let limit = 0.02
    /// How many wait for an answer at once, at most.
    private static let writers = 8

    @OptionGroup var options: WorldOptions
    @Option(help: "For how long purchases are written.") var seconds = 60
    @Option(help: "Purchases a second.") var purchasesPerSecond = 50.0
    @Option(help: "By how many people.") var buyers = 100
    @Option(help: "Copies of the live directory.") var copies = 5

    func run() async throws {
        let program = try Program(named: options.vitrine)
        let world = try options.world(of: program)
        FileLine.write(Machine.current().line)
        let folder = world.folder.path + "/stolen"
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let server = try ChildServer.vitrine(program, world)
        let written: Int
        do {
            written = try await work(server, world, group.next(), folder)
        } catch {
            server.stop()
            throw error
        }
        server.stop()
        try await group.shutdownGracefully()
        try Self.copy(world.folder.data, to: folder + "/rest")
        var worst = 0
        for number in 0..<copies {
            let tied = try look(at: "\(folder)/\(number)", program, world, "live copy \(number + 1)")
            worst = max(worst, tied)
        }
        let resting = try look(at: folder + "/rest", program, world, "copy at rest")
        let share = Double(worst) / Double(max(1, written))
        FileLine.write(
            String(
                format: "%d purchases written; tied in the worst live copy: %d (%.2f %%, limit %.0f %%), at rest: %d",
                written, worst, share * 100, Self.limit * 100, resting))
        if share > Self.limit || resting > 0 { throw ExitCode.failure }
    }

    /// Answers how many purchases were taken.
    private func work(
        _ server: ChildServer, _ world: BenchWorld, _ loop: any EventLoop, _ folder: String
    ) async throws -> Int {
        // Many of them, as each has a budget of requests.
        let tokens = try await TokenIssuing(folder: world.folder).issue(
            for: Array(repeating: nil, count: 32), scopes: ["platform:purchases"])
        let handles = Array(world.people.prefix(buyers))
        let start = ContinuousClock.now
        let end = start + .seconds(seconds)
        let pace = Paced(perSecond: purchasesPerSecond, workers: Self.writers, start: start, end: end)
        let run = Int.random(in: 0..<1_000_000)
        let (port, seed, copies, span) = (server.port, options.seed, copies, Double(seconds) / Double(copies))
        return try await withThrowingTaskGroup(of: Int.self) { group in
            for worker in 0..<Self.writers {
                group.addTask {
                    let conversation = Conversation(port: port, on: loop)
                    var taken = 0
                    try await pace.run(worker: worker) { number in
                        let body = #"""
                            {"buyer":"\#(handles[number % handles.count])","product":"\#(world.products[number % 500])",\#
                            "quantity":1,"total":1290,"currency":"USD","at":"\#(world.readAt)"}
                            """#
                        let answer = try await conversation.ask(
                            RequestText.put(
                                "/v1/purchases/thief-\(run)-\(number)/lines/1", json: body,
                                token: tokens[number % tokens.count]))
                        guard let status = answer?.head.status, (200...204).contains(status) else {
                            throw BenchFailure("a purchase was answered with \(answer?.head.status ?? 0)")
                        }
                        taken += 1
                    }
                    try await conversation.close()
                    return taken
                }
            }
            group.addTask {
                var generator = SeededGenerator(seed: seed)
                for number in 0..<copies {
                    let share = number == copies - 1 ? 1 : Double.random(in: 0..<1, using: &generator)
                    let at = start + .seconds(span * (Double(number) + share)) - .milliseconds(30)
                    try await Task.sleep(until: at, clock: .continuous)
                    try Self.copy(world.folder.data, to: "\(folder)/\(number)")
                }
                return 0
            }
            return try await group.reduce(0, +)
        }
    }

    /// Sockets are left out.
    private static func copy(_ data: String, to target: String) throws {
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        let names = try FileManager.default.contentsOfDirectory(atPath: data).filter { $0.contains(".db") }
        try Program.run("/bin/cp", names.sorted().reversed().map { "\(data)/\($0)" } + [target])
    }

    private struct Report: Decodable {
        struct Clustering: Decodable {
            var transactions: Int
            var keyTransactions: Int
            var leftoverPages: Int
            var loggedPurchases: Int
            var tiedPurchases: Int
            var purchases: Int
            var baseRate: Double
        }
        var clustering: Clustering
    }

    private func look(at copy: String, _ program: Program, _ world: BenchWorld, _ name: String) throws -> Int {
        let words = [
            "audit", "database", "--data", world.folder.data, "--clock", world.readAt, "--copy", copy, "--json",
        ]
        let json = try program.run(words, accepting: [0, 15])
        let found = try JSONDecoder().decode(Report.self, from: Data(json.utf8)).clustering
        FileLine.write(
            String(
                format:
                    "%@: %d transactions in the log (keys: %d), %d pages left in the index; %d of %d purchases are in it, %d tied to "
                    + "owners; base rate %.2f %%", name, found.transactions, found.keyTransactions, found.leftoverPages,
                found.loggedPurchases, found.purchases, found.tiedPurchases, found.baseRate * 100))
        return found.tiedPurchases
    }
}
