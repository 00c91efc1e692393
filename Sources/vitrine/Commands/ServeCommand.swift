import ArgumentParser
import Disclosure
import Domain
import Foundation
import Logging
import PolicyEngine

/// Serves a data directory.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the API of a data directory until SIGTERM or SIGINT.",
        discussion: """
            While it runs, it owns the directory: other commands are carried out by it, over the directory's control socket.
            A stop is graceful: what was begun is finished.

            Examples:
              vitrine serve --data ./data
              vitrine serve --data ./data --listen 127.0.0.1:8080 --operations-listen 127.0.0.1:9090
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var serving: ServingOptions
    @Option(
        help: ArgumentHelp(
            "Start the clock at this instant, in a data directory made with `init --rehearsal`.", valueName: "instant"))
    var clock: String?

    func run() async throws {
        let settings = try await Settings.load(
            flags: data.flags.merging(serving.flags) { first, _ in first }, file: data.config,
            environment: ProcessInfo.processInfo.environment)
        let start = try clock.map { text in
            guard let instant = Instant(text) else {
                throw ValidationError("`--clock \(text)`: expected an instant like 2018-06-01T00:00:00Z")
            }
            return instant
        }
        let directory = try settings.directory()
        guard FileManager.default.fileExists(atPath: directory.path) else {
            throw CommandFailure(
                "there is no data directory `\(directory.path)`; make one with `vitrine init --data \(directory.path)`",
                exitCode: .refused)
        }
        let lock = try directory.locked()
        let logger = Self.logger(settings.logLevel)
        let installation = try await Installation.open(
            directory, policies: settings.policies, clock: try directory.clock(startingAt: start))
        logger.info("policy loaded", metadata: ["revision": "\(installation.point.rulebook.policy.revision)"])
        let host = settings.listen.host
        let operationsHost = settings.operationsListen.host
        try await Serving.run(
            installation, listen: settings.listen, operationsListen: settings.operationsListen, logger: logger
        ) { port, operationsPort in
            Results.write(
                "serving http://\(ListenAddress(host: host, port: port)), "
                    + "operations on http://\(ListenAddress(host: operationsHost, port: operationsPort))")
        }
        _ = consume lock
    }

    /// Logs to standard error, one line each.
    static func logger(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "vitrine") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}
