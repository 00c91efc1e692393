import Foundation
import Synchronization

/// A run of the program that serves until it is stopped.
struct ServerProcess {
    let child: ChildProcess
    /// What it said until it was ready.
    let introduction: [String]
    let host: String
    let port: Int
    /// What it logs.
    let log: LogLines

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
        let log = LogLines()
        let pipe = Pipe()
        let (lines, continuation) = AsyncStream<String>.makeStream()
        let rest = Mutex(Data())
        pipe.fileHandleForReading.readabilityHandler = { handle in
            let bytes = handle.availableData
            guard !bytes.isEmpty else {
                handle.readabilityHandler = nil
                return
            }
            rest.withLock { rest in
                rest.append(bytes)
                while let end = rest.firstIndex(of: 0x0A) {
                    continuation.yield(String(decoding: rest[..<end], as: UTF8.self))
                    rest = Data(rest[(end + 1)...])
                }
            }
        }
        defer { pipe.fileHandleForReading.readabilityHandler = nil }
        let child = try ChildProcess(
            arguments, environment: environment, input: .nullDevice, output: pipe.fileHandleForWriting,
            errors: log.end)
        log.begin()
        child.whenItEnds { continuation.finish() }
        var introduction: [String] = []
        for await line in lines {
            introduction.append(line)
            guard let address = line.firstMatch(of: /[Ss]erving http:\/\/([0-9.]+):([0-9]+)/), let port = Int(address.2)
            else { continue }
            return ServerProcess(
                child: child, introduction: introduction, host: String(address.1), port: port, log: log)
        }
        child.send(SIGKILL)
        _ = await child.exit
        throw DidNotStartError(
            output: introduction, errors: await log.all)
    }
}
