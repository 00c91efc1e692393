import Disclosure
import Synchronization

/// The re-sealing that goes on in the background, at most one at a time.
final class KeyWork: Sendable {
    /// How it stands.
    enum Standing: Sendable {
        case idle
        case running(Resealing.Progress)
        case done(Resealing.Progress)
        case failed
    }

    private struct State {
        var standing = Standing.idle
        var task: Task<Void, Never>?
    }

    private let state = Mutex(State())

    var standing: Standing { state.withLock(\.standing) }

    /// Begins, or goes on with what was begun; does nothing while it runs.
    ///
    /// `done` is called when it has come to its end.
    func start(
        _ resealing: Resealing, givingUp: Bool, done: @escaping @Sendable (Resealing.Progress) async -> Void = { _ in },
        failed: @escaping @Sendable (any Error) -> Void = { _ in }
    ) {
        state.withLock { state in
            if case .running = state.standing { return }
            state.standing = .running(Resealing.Progress())
            state.task = Task { [self] in
                do {
                    try await resealing.begin()
                    let progress = try await resealing.run(
                        givingUp: givingUp,
                        progress: { progress in self.state.withLock { $0.standing = .running(progress) } })
                    self.state.withLock { $0.standing = .done(progress) }
                    await done(progress)
                } catch is CancellationError {
                    self.state.withLock { $0.standing = .idle }
                } catch {
                    self.state.withLock { $0.standing = .failed }
                    failed(error)
                }
            }
        }
    }

    /// Ends it after the write under way; the next start goes on from there.
    func stop() async {
        let task = state.withLock(\.task)
        task?.cancel()
        await task?.value
    }
}
