import Domain
import Synchronization

/// The backup that is being made, at most one at a time.
final class BackupWork: Sendable {
    private struct State {
        var standing = BackupStanding()
        var task: Task<Void, Never>?
    }

    private let state = Mutex(State())

    var standing: BackupStanding { state.withLock(\.standing) }

    func start(_ installation: Installation, path: String, now: Instant) throws {
        try state.withLock { state in
            guard !state.standing.isRunning else {
                throw CommandFailure("another backup is being made; wait for its end", exitCode: .busy)
            }
            state.standing = BackupStanding(isRunning: true)
            state.task = Task { [self] in
                var backup = Backup(installation: installation)
                backup.progress = { step, bytes in
                    self.state.withLock { $0.standing = BackupStanding(isRunning: true, step: step, bytes: bytes) }
                }
                do {
                    let report = try await backup.make(at: path, now: now)
                    self.state.withLock { $0.standing = BackupStanding(report: report) }
                } catch {
                    let failure =
                        CommandFailure(explaining: error)
                        ?? CommandFailure("the backup could not be made", exitCode: .failure)
                    self.state.withLock {
                        $0.standing = BackupStanding(
                            failure: OperationFailure(message: failure.message, exitCode: failure.exitCode))
                    }
                }
            }
        }
    }

    /// Waits for the one that is being made.
    func finish() async {
        await state.withLock(\.task)?.value
    }
}

/// How a backup stands, as it crosses the control socket.
struct BackupStanding: Codable, Sendable {
    var isRunning = false
    /// What is being done.
    var step = ""
    var bytes: UInt64 = 0
    var report: BackupReport?
    var failure: OperationFailure?
}
