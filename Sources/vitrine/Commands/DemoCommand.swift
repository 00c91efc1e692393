import ArgumentParser
import Disclosure
import Foundation
import Logging

/// Shows what it is about, with people, shops and purchases written for it.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Serve a small hand-written world from a throw-away data directory.",
        discussion: """
            Prints who is who, with a token and a ready curl line for each, and serves until stopped. Nothing is kept.

            Example:
              vitrine demo --port 8080
            """)

    @Option(help: "The port of the API on the loopback; 0 is any free one.") var port = 8080

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("`--port` is 0 to 65535") }
    }

    func run() async throws {
        let path =
            FileManager.default.temporaryDirectory.path + "/vitrine-demo-\(ProcessInfo.processInfo.processIdentifier)"
        let directory = try await DataDirectory.create(at: path, rehearsal: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let lock = try directory.locked()
        let world = DemoWorld(now: SystemClock().now)
        let tokens = try await world.fill(directory)
        let installation = try await Installation.open(
            directory, policy: PolicyOrigin(), permission: PolicyPermission(), clock: SystemClock())
        try await Serving.run(
            installation, listen: ListenAddress(host: "127.0.0.1", port: port),
            operationsListen: ListenAddress(host: "127.0.0.1", port: 0), logger: ServeCommand.logger(.warning)
        ) { port, operationsPort in
            Results.write(world.introduction(tokens: tokens, port: port, operationsPort: operationsPort))
        }
        _ = consume lock
    }
}
