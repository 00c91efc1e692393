import Foundation
import Logging
import ServiceLifecycle

@testable import Control

/// A directory for a socket, short enough for its address.
@discardableResult
func withSocketPath<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString.prefix(8)).path
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    return try await body(directory + "/" + ControlSocket.fileName)
}

/// One request on a connection of its own.
func call(_ path: String, _ request: [UInt8]) async throws -> [UInt8] {
    try await ControlClient(path: path).withConnection { try await $0.call(request) }
}

/// Runs a server while the closure runs; the closure can shut it down before.
@discardableResult
func serving<Result: Sendable>(
    at path: String, account: UInt32 = geteuid(), maximumLength: Int = Frame.maximumLength,
    handler: @escaping ControlServer.Handler,
    _ body: (ServiceGroup) async throws -> Result
) async throws -> Result {
    let logger = Logger(label: "control") { _ in SwiftLogNoOpLogHandler() }
    let (ready, signal) = AsyncStream.makeStream(of: Void.self)
    let server = ControlServer(
        path: path, account: account, maximumLength: maximumLength, logger: logger,
        didListen: { signal.yield() }, handler: handler)
    let group = ServiceGroup(services: [server], logger: logger)
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
            defer { signal.finish() }
            try await group.run()
        }
        for await _ in ready { break }
        let result: Result
        do {
            result = try await body(group)
        } catch {
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
        return result
    }
}
