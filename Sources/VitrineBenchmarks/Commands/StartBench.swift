import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

/// How long a server takes from its start to its first page, and how slow first pages are.
struct StartBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Measure the time from the start of the process to its first page, and cold first pages.",
        discussion: """
            The server is started anew each round. Its first page is that of somebody with about 150 friends; then everybody's \
            first page is read once, in a seeded order.

            Example:
              vitrine-bench start --data ./world --source ../shared/data
            """)

    @OptionGroup var options: WorldOptions
    @Option(help: "Starts.") var rounds = 5
    @Option(help: "How many people's first pages are read after each start.") var viewers = 1_000

    func run() async throws {
        let program = try Program(named: options.vitrine)
        let world = try options.world(of: program)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        guard let hot = world.hotViewer else { throw BenchFailure("nobody in this world sees anything") }
        var generator = SeededGenerator(seed: options.seed)
        let chosen = world.people.indices.filter { !world.friends[$0].isEmpty && $0 != hot }
            .shuffled(using: &generator).prefix(viewers)
        let tokens = try await issueTokens([hot] + chosen, world, program)
        FileLine.write(Machine.current().line)
        var (listening, firstPage, p50, p99, slowest): ([Double], [Double], [Double], [Double], [Double])
        (listening, firstPage, p50, p99, slowest) = ([], [], [], [], [])
        for _ in 0..<rounds {
            let server = try ChildServer.vitrine(program, world)
            do {
                let conversation = Conversation(port: server.port, on: group.next())
                try await conversation.insist(RequestText.get("/v1/feed", token: tokens[0]))
                firstPage.append((ContinuousClock.now - server.started).seconds * 1000)
                listening.append(server.startup.seconds * 1000)
                try await conversation.close()
                var plan = LoadPlan(
                    port: server.port, requests: tokens.dropFirst().map { RequestText.get("/v1/feed", token: $0) })
                (plan.connections, plan.onlyOnce) = (1, true)
                let outcome = try await LoadRun.run(plan, on: group.next())
                p50.append(outcome.milliseconds(50))
                p99.append(outcome.milliseconds(99))
                slowest.append(outcome.milliseconds(100))
                server.stop()
            } catch {
                server.stop()
                throw error
            }
        }
        try await group.shutdownGracefully()
        FileLine.write(
            String(
                format: "listens after %.0f ms, first page after %.0f ms (slowest start %.0f ms; medians of %d starts)",
                listening.median, firstPage.median, firstPage.max() ?? 0, rounds))
        FileLine.write(
            String(
                format: "first pages of %d people, cold: p50 %.2f ms, p99 %.2f ms, slowest %.2f ms", chosen.count,
                p50.median, p99.median, slowest.median))
    }

    private func issueTokens(_ people: [Int], _ world: BenchWorld, _ program: Program) async throws -> [String] {
        let server = try ChildServer.vitrine(program, world)
        defer { server.stop() }
        return try await TokenIssuing(folder: world.folder).issue(
            for: people.map { world.people[$0] }, scopes: ["feed:read"])
    }
}
