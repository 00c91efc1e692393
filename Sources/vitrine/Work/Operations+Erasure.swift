import Disclosure
import Domain

extension Operations {
    func erase(_ person: String) async throws -> OperationResult {
        guard let handle = Handle(person),
            let told = try await point.erasure.certified(handle)
        else { throw CommandFailure("there is nobody with the handle `\(person)`", exitCode: .refused) }
        return try document(CertifiedErasure(certificate: told.certificate, salt: Base64URL.encode(told.salt)))
    }

    func eraseExpired() async throws -> OperationResult {
        try document(try await point.retention.eraseExpired())
    }

    func backup(to path: String) throws -> OperationResult {
        try installation.backups.start(installation, path: path, now: point.personalRecords.now)
        return .backup(installation.backups.standing)
    }
}
