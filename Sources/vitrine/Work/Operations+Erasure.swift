import Disclosure
import Domain

extension Operations {
    func erase(_ person: String) async throws -> OperationResult {
        guard let handle = Handle(person),
            let status = try await point.erasure.erase(handle)
        else { throw CommandFailure("there is nobody with the handle `\(person)`", exitCode: .refused) }
        return try document(CertifiedErasure(status))
    }

    func erasureStatus(_ id: String) async throws -> OperationResult {
        guard let status = try await point.erasure.status(id) else { throw Self.noErasure(id) }
        return try document(CertifiedErasure(status))
    }

    func acknowledgeErasure(_ id: String) async throws -> OperationResult {
        guard let state = try await point.erasure.acknowledge(id) else { throw Self.noErasure(id) }
        guard state == .acknowledged else {
            throw CommandFailure(
                "the erasure is not finished; it is in the state `\(state.rawValue)`", exitCode: .refused)
        }
        return .done
    }

    private static func noErasure(_ id: String) -> CommandFailure {
        CommandFailure("there is no erasure `\(id)`, or its certificate was acknowledged", exitCode: .refused)
    }

    func eraseExpired() async throws -> OperationResult {
        try document(try await point.retention.eraseExpired())
    }

    func backup(to path: String) throws -> OperationResult {
        try installation.backups.start(installation, path: path, now: point.personalRecords.now)
        return .backup(installation.backups.standing)
    }
}
