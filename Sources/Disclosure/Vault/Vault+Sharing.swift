import Domain
import Storage
import Synchronization

extension Vault {
    /// Runs a write of one person's own things, in a commit that it may share with those of other people.
    ///
    /// The same holds as for ``write(dryRun:_:)``. What the body reads of other people must be what no write of this kind
    /// changes. An urgent one, after which somebody may see less, is let go before all that wait.
    func write<Result: Sendable>(
        of person: PersonID, isUrgent: Bool = false,
        _ body: @escaping @Sendable (WriteTransaction) async throws -> Result
    ) async throws -> Result {
        let made = Made<Result>()
        let entry = SharedWrites.Entry(person) { made.set(try await body($0)) }
        let waiting = isUrgent ? urgent : shared
        if waiting.add(entry) {
            Task(executorPreference: store.executor, priority: .high) { await self.serve(waiting) }
        }
        try await entry.ended()
        guard let result = made.value else { throw VaultError.unreadable }
        return result
    }

    /// Writes what waits until nothing does.
    private func serve(_ waiting: SharedWrites) async {
        repeat {
            await writes.acquire(urgently: waiting.isUrgent)
            let group = waiting.take()
            let (written, outcome) = await write(group)
            writes.release()
            guard case .success(let narrowed?) = outcome else {
                for entry in written { entry.end(outcome.map { _ in }) }
                continue
            }
            // The next ones need not wait for answers that are under way.
            Task(executorPreference: store.executor, priority: .high) {
                await self.gate.drain(narrowed)
                for entry in written { entry.end(.success(())) }
            }
        } while waiting.goesOn()
    }

    /// Ends those that fail by themselves, and says what became of the others together.
    private func write(
        _ group: [SharedWrites.Entry]
    ) async -> (written: [SharedWrites.Entry], outcome: Result<Narrowed?, any Error>) {
        var transaction = WriteTransaction(vault: self)
        transaction.narrows = false
        var written: [SharedWrites.Entry] = []
        for entry in group {
            let attempt = WriteTransaction(copying: transaction)
            attempt.narrows = true
            do {
                try await entry.body(attempt)
                attempt.narrows = attempt.narrows || transaction.narrows
                transaction = attempt
                written.append(entry)
            } catch {
                entry.end(.failure(error))
            }
        }
        do {
            return (written, .success(try await finish(transaction)))
        } catch {
            return (written, .failure(error))
        }
    }
}

/// What a write came to.
private final class Made<Result: Sendable>: Sendable {
    private let kept = Mutex<Result?>(nil)

    var value: Result? { kept.withLock(\.self) }

    func set(_ result: Result) { kept.withLock { $0 = result } }
}
