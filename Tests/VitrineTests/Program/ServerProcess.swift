import Foundation

/// A run of the program that serves until it is stopped.
struct ServerProcess {
    let child: ChildProcess
    /// What it said until it was ready.
    let introduction: [String]
    let host: String
    let port: Int
    /// What it logs.
    let log: OutputLines

    struct DidNotStartError: Error {
        let output: [String]
        let errors: String
    }

    private static let turnstile = Turnstile(places: 4)

    /// Serves for as long as the closure runs; the process is gone when this returns, however it returns.
    static func with<Result: Sendable>(
        _ arguments: [String], environment: [String: String] = [:],
        _ body: (ServerProcess) async throws -> Result
    ) async throws -> Result {
        try await turnstile.pass {
            let server = try await start(arguments, environment: environment)
            do {
                let result = try await body(server)
                server.child.send(SIGTERM)
                _ = await server.child.exit
                return result
            } catch {
                server.child.send(SIGKILL)
                _ = await server.child.exit
                throw error
            }
        }
    }

    func client(_ token: String) -> APIClient { APIClient(host: host, port: port, token: token) }

    /// Sends the signal and waits for the end.
    func stop(_ signal: Int32) async -> ChildProcess.Exit {
        child.send(signal)
        return await child.exit
    }

    private static func start(_ arguments: [String], environment: [String: String]) async throws -> ServerProcess {
        let (output, log) = (OutputLines(), OutputLines())
        let child = try ChildProcess(
            arguments, environment: environment, input: .nullDevice, output: output.end, errors: log.end)
        output.begin()
        log.begin()
        child.whenItEnds { output.finish() }
        let line = await output.line(with: "erving http://")
        guard let match = line?.firstMatch(of: /http:\/\/([0-9.]+):([0-9]+)/), let port = Int(match.2) else {
            child.send(SIGKILL)
            _ = await child.exit
            throw DidNotStartError(output: output.soFar, errors: await log.all)
        }
        return ServerProcess(
            child: child, introduction: output.soFar, host: String(match.1), port: port, log: log)
    }
}
