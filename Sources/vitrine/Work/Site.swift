import Control
import Domain
import Foundation
import StorageSQLite

/// Where operations are carried out: by the server that owns the data directory, or by this process while nobody does.
enum Site {
    /// Opens the way for as long as the closure runs.
    ///
    /// A server that is there is asked over its control socket; otherwise this process takes the lock of the directory.
    static func with<Result: Sendable>(
        _ directory: DataDirectory, policy: PolicyOrigin, clock: Instant?,
        _ body: (_ perform: (Operation) async throws -> OperationResult) async throws -> Result
    ) async throws -> Result {
        guard FileManager.default.fileExists(atPath: directory.path) else {
            throw CommandFailure(
                "there is no data directory `\(directory.path)`; make one with `vitrine init --data \(directory.path)`",
                exitCode: .refused)
        }
        do {
            return try await remotely(directory, clock: clock, body)
        } catch ControlError.nobodyListening {
            return try await locally(directory, policy: policy, clock: clock, body)
        }
    }

    private static func remotely<Result: Sendable>(
        _ directory: DataDirectory, clock: Instant?,
        _ body: (_ perform: (Operation) async throws -> OperationResult) async throws -> Result
    ) async throws -> Result {
        try await ControlClient(path: directory.controlSocket).withConnection { connection in
            guard clock == nil else {
                throw CommandFailure(
                    "a server holds `\(directory.path)`; its clock applies, not `--clock`", exitCode: .refused)
            }
            return try await body { operation in
                do {
                    let answer = try await connection.call(Array(try JSONEncoder().encode(operation)))
                    return try JSONDecoder().decode(OperationResult.self, from: Data(answer))
                } catch let failure as ControlFailure {
                    guard let told = try? JSONDecoder().decode(OperationFailure.self, from: Data(failure.payload))
                    else {
                        throw CommandFailure("the server could not do it; its log says more", exitCode: .failure)
                    }
                    throw CommandFailure(told.message, exitCode: told.exitCode)
                }
            }
        }
    }

    private static func locally<Result: Sendable>(
        _ directory: DataDirectory, policy: PolicyOrigin, clock: Instant?,
        _ body: (_ perform: (Operation) async throws -> OperationResult) async throws -> Result
    ) async throws -> Result {
        let lock = try directory.locked()
        let installation = try await Installation.open(
            directory, policy: policy, clock: try directory.clock(startingAt: clock))
        let operations = Operations(installation: installation)
        let result = try await body { try await operations.perform($0) }
        try await installation.close()
        _ = consume lock
        return result
    }
}

extension DataDirectory {
    /// Takes the lock of the directory, or says who has it.
    func locked() throws -> DataDirectoryLock {
        do {
            return try DataDirectoryLock(directory: path)
        } catch {
            throw CommandFailure(
                "another process holds `\(path)`; stop it, or wait for it to answer on its control socket",
                exitCode: .busy)
        }
    }
}
