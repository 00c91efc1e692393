import ArgumentParser
import Disclosure
import Domain
import FeedAPI
import Foundation
import Logging
import PolicyEngine
import PolicyLab

/// Serves a data directory.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the API of a data directory until SIGTERM or SIGINT.",
        discussion: """
            While it runs, it owns the directory: other commands are carried out by it, over the directory's control socket.
            A stop is graceful: what was begun is finished.

            SIGHUP, `vitrine policy reload` and POST /v1/policy:reload load the policy anew from its directory; one that is \
            refused leaves the old one in force. A policy that may show more than the one loaded last needs \
            `--allow-widening`, one that keeps things for less time `--allow-destruction`, one that was in force before \
            `--revision`.

            Examples:
              vitrine serve --data ./data
              vitrine serve --data ./data --listen 127.0.0.1:8080 --operations-listen 127.0.0.1:9090
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var serving: ServingOptions
    @OptionGroup var permission: PolicyPermissionOptions
    @OptionGroup var time: ClockOption
    @Option(
        help: ArgumentHelp(
            "A directory of a candidate policy, which decides beside the one in force and only reports, once an epoch.",
            valueName: "dir"))
    var shadowPolicy: String?

    func run() async throws {
        Allocation.shareArenas()
        let settings = try await Settings.load(
            flags: data.flags.merging(serving.flags) { first, _ in first }, file: data.config,
            environment: ProcessInfo.processInfo.environment)
        let start = try time.start()
        let candidate = try shadowPolicy.map { try PolicyOrigin(directory: $0).loadForTerminal(taxonomy: nil).policy }
        let directory = try settings.directory()
        guard FileManager.default.fileExists(atPath: directory.path) else {
            throw CommandFailure(
                "there is no data directory `\(directory.path)`; make one with `vitrine init --data \(directory.path)`",
                exitCode: .refused)
        }
        let lock = try directory.locked()
        let logger = Self.logger(settings.logLevel)
        let clock = SteadyClock(try directory.clock(startingAt: start), uptime: MonotonicTime.server.uptime)
        let installation = try await Installation.open(
            directory, policy: settings.policy, permission: permission.permission, clock: clock,
            memory: settings.memory)
        // Files were read and tables built that are needed no more.
        Allocation.giveBack()
        logger.info("policy loaded", metadata: ["revision": "\(installation.point.rulebook.policy.revision)"])
        let host = settings.listen.host
        let operationsHost = settings.operationsListen.host
        let shadow = candidate.map {
            ShadowService(
                shadow: Shadow(point: installation.point, candidate: $0, clock: clock), file: directory.shadowReports,
                logger: logger)
        }
        try await Serving.run(
            installation, shadow: shadow, listen: settings.listen, operationsListen: settings.operationsListen,
            logger: logger
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
