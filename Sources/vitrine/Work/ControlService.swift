import Control
import Foundation
import Logging
import ServiceLifecycle

/// Carries out what commands ask for while this process owns the data directory.
enum ControlService {
    static func make(_ installation: Installation, logger: Logger) -> ControlServer {
        let operations = Operations(installation: installation, isServing: true)
        return ControlServer(path: installation.directory.controlSocket, logger: logger) { request, _ in
            do {
                let operation = try JSONDecoder().decode(Operation.self, from: Data(request))
                return Array(try JSONEncoder().encode(try await operations.perform(operation)))
            } catch let failure as CommandFailure {
                let told = OperationFailure(message: failure.message, exitCode: failure.exitCode)
                throw ControlFailure(payload: Array(try JSONEncoder().encode(told)))
            }
        }
    }
}
