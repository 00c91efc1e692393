import Disclosure
import Domain
import PolicyEngine

extension Operations {
    func keys(_ operation: Operation.KeyOperation) async throws -> OperationResult {
        let desk = point.keyDesk
        switch operation {
        case .status: return .keys(try await report())
        case .rotate(let file, let passphrase):
            _ = try await RootRotation(directory: installation.directory, desk: desk)
                .run(newKeyFile: file, newPassphraseFile: passphrase)
            return .keys(try await report())
        case .reseal(let givingUp):
            _ = try await desk.notePolicy(point.rulebook.policy.revision)
            installation.keyWork.start(point.resealing, givingUp: givingUp)
            return progress()
        case .progress: return progress()
        case .export(let recipient, let file):
            let export = try await desk.export(to: recipient)
            try DurableFile.write(export.bytes, toNew: file)
            return .keys(try await report())
        }
    }

    private func report() async throws -> KeyReport {
        KeyReport(
            try await point.keyDesk.status(policy: point.rulebook.policy.revision),
            pendingErasures: try await point.retention.pending())
    }

    private func progress() -> OperationResult {
        func report(_ progress: Resealing.Progress, running: Bool = false, failed: Bool = false) -> OperationResult {
            .resealing(
                ResealingReport(
                    isRunning: running, hasFailed: failed, owners: progress.owners, allOwners: progress.allOwners,
                    records: progress.records, unreadableOwners: progress.unreadableOwners,
                    recordsLeft: progress.recordsLeft))
        }
        switch installation.keyWork.standing {
        case .idle: return report(Resealing.Progress())
        case .running(let progress): return report(progress, running: true)
        case .done(let progress): return report(progress)
        case .failed: return report(Resealing.Progress(), failed: true)
        }
    }
}
