import Domain
import Storage
import Synchronization

extension Vault {
    /// Runs a write of one person's own things, in a commit that it may share with those of other people.
    ///
    /// The same holds as for ``write(dryRun:_:)``. What the body reads of other people must be what no write of this kind
    /// changes. An urgent one, after which somebody may see less, is let go before all that wait.
    func write<Value: Sendable>(
        of person: PersonID, isUrgent: Bool = false,
        _ body: @escaping @Sendable (WriteTransaction) async throws -> Value
    ) async throws -> Value {
        let made = Made<Value>()
        let entry = SharedWrites.Entry(person) { made.set(try await body($0)) }
        let waiting = isUrgent ? urgent : shared
        if waiting.add(entry) {
            Task(executorPreference: store.executor, priority: .high) { await self.serve(waiting) }
        }
        try await entry.ended()
        guard let value = made.value else { throw VaultError.unreadable }
        return value
    }

    /// Writes what waits until nothing does.
    private func serve(_ waiting: SharedWrites) async {
        repeat {
            await writes.acquire(urgently: waiting.isUrgent)
            let group = waiting.take()
            let (ended, drain) = await write(group)
            writes.release()
            guard let drain else {
                for (entry, outcome) in ended { entry.end(outcome) }
                continue
            }
            // The next ones need not wait for answers that are under way.
            Task(executorPreference: store.executor, priority: .high) {
                await self.gate.drained(drain)
                for (entry, outcome) in ended { entry.end(outcome) }
            }
        } while waiting.goesOn()
    }

    /// Says what became of each, and what they have to wait for before they are told.
    private func write(
        _ group: [SharedWrites.Entry]
    ) async -> (ended: [(SharedWrites.Entry, Result<Void, any Error>)], drain: UInt64?) {
        var transaction = WriteTransaction(vault: self)
        transaction.narrows = false
        var ended: [(SharedWrites.Entry, Result<Void, any Error>)] = []
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
                transaction.narrows = attempt.narrows || transaction.narrows
                ended.append((entry, .failure(error)))
            }
        }
        let (outcome, drain) = await finish(transaction)
        return (ended + written.map { ($0, outcome) }, drain)
    }
}

/// What a write came to.
private final class Made<Value: Sendable>: Sendable {
    private let kept = Mutex<Value?>(nil)

    var value: Value? { kept.withLock(\.self) }

    func set(_ value: Value) { kept.withLock { $0 = value } }
}
