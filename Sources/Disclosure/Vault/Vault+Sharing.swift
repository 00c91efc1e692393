import Domain
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
        let entry = SharedWrites.Entry(person, isUrgent: isUrgent) { made.set(try await body($0)) }
        shared.add(entry)
        await writes.acquire(urgently: isUrgent)
        defer { writes.release() }
        // Whoever was let through earlier may have written it too.
        if let group = shared.take(with: entry) { await write(group) }
        try entry.outcome.get()
        guard let result = made.value else { throw VaultError.unreadable }
        return result
    }

    private func write(_ group: [SharedWrites.Entry]) async {
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
            try await finish(transaction)
            for entry in written { entry.end(.success(())) }
        } catch {
            for entry in written { entry.end(.failure(error)) }
        }
    }
}

/// What a write came to.
private final class Made<Result: Sendable>: Sendable {
    private let kept = Mutex<Result?>(nil)

    var value: Result? { kept.withLock(\.self) }

    func set(_ result: Result) { kept.withLock { $0 = result } }
}
