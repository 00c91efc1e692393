import Domain
import Synchronization

/// The writes that wait to be written together.
///
/// A write of a person's own things may share its commit with those of others: what has to be on disk before any of them is
/// answered is then brought there once.
final class SharedWrites: Sendable {
    /// One write that waits.
    final class Entry: Sendable {
        let person: PersonID
        /// Whether somebody may see less afterwards; such a write is let go first.
        let isUrgent: Bool
        let body: @Sendable (WriteTransaction) async throws -> Void
        private let ended = Mutex<Result<Void, any Error>>(.failure(VaultError.unreadable))

        init(
            _ person: PersonID, isUrgent: Bool, body: @escaping @Sendable (WriteTransaction) async throws -> Void
        ) {
            self.person = person
            self.isUrgent = isUrgent
            self.body = body
        }

        /// What became of it; a failure until it is written.
        var outcome: Result<Void, any Error> { ended.withLock(\.self) }

        func end(_ outcome: Result<Void, any Error>) { ended.withLock { $0 = outcome } }
    }

    /// More would make the first of them wait for long.
    static let most = 64

    private let waiting = Mutex<[Entry]>([])

    func add(_ entry: Entry) { waiting.withLock { $0.append(entry) } }

    /// Takes an entry, and others to be written with it: at most one a person, since a write sees what is on disk of its own
    /// person and not what another is about to write; the urgent ones first, and with an urgent one nothing else.
    ///
    /// Nothing when somebody else has taken it.
    func take(with entry: Entry) -> [Entry]? {
        waiting.withLock { waiting in
            guard waiting.contains(where: { $0 === entry }) else { return nil }
            var people: Set<PersonID> = [entry.person]
            var taken = [entry]
            let others = entry.isUrgent ? [] : waiting.filter { !$0.isUrgent }
            for candidate in waiting.filter(\.isUrgent) + others {
                if taken.count == Self.most { break }
                if candidate !== entry, people.insert(candidate.person).inserted { taken.append(candidate) }
            }
            waiting.removeAll { left in taken.contains { $0 === left } }
            return taken
        }
    }
}
