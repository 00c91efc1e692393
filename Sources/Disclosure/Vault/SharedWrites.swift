import DequeModule
import Domain
import Synchronization

/// The writes that wait to be written together.
///
/// A write of a person's own things may share its commit with those of others: what has to be on disk before any of them is
/// answered is then brought there once. One task writes them all, one group after the other, so that whoever waits is woken
/// once, when it is done.
final class SharedWrites: Sendable {
    /// One write that waits.
    final class Entry: Sendable {
        private enum State {
            case waiting(CheckedContinuation<Void, any Error>?)
            case ended(Result<Void, any Error>)
        }

        let person: PersonID
        let body: @Sendable (WriteTransaction) async throws -> Void
        private let state = Mutex(State.waiting(nil))

        init(_ person: PersonID, body: @escaping @Sendable (WriteTransaction) async throws -> Void) {
            self.person = person
            self.body = body
        }

        /// Returns, or throws, when it is known what became of it.
        func ended() async throws {
            try await withCheckedThrowingContinuation { continuation in
                let outcome = state.withLock { state -> Result<Void, any Error>? in
                    if case .ended(let outcome) = state { return outcome }
                    state = .waiting(continuation)
                    return nil
                }
                if let outcome { continuation.resume(with: outcome) }
            }
        }

        func end(_ outcome: Result<Void, any Error>) {
            let continuation = state.withLock { state -> CheckedContinuation<Void, any Error>? in
                guard case .waiting(let continuation) = state else { return nil }
                state = .ended(outcome)
                return continuation
            }
            continuation?.resume(with: outcome)
        }
    }

    private struct State {
        var waiting: Deque<Entry> = []
        /// Whether a task writes what waits.
        var isServed = false
    }

    /// Whether they are let go before all others.
    let isUrgent: Bool
    private let state = Mutex(State())
    /// More would make the first of them wait for long.
    private static let most = 64

    init(isUrgent: Bool) { self.isUrgent = isUrgent }

    /// Says whether nobody writes what waits, so that the caller has to see to it.
    func add(_ entry: Entry) -> Bool {
        state.withLock { state in
            state.waiting.append(entry)
            defer { state.isServed = true }
            return !state.isServed
        }
    }

    /// Whether anything waits; when nothing does, whoever wrote has nothing more to see to.
    func goesOn() -> Bool {
        state.withLock { state in
            state.isServed = !state.waiting.isEmpty
            return state.isServed
        }
    }

    /// Takes those to be written together: at most one a person, since a write sees what is on disk of its own person and not
    /// what another is about to write.
    func take() -> [Entry] {
        state.withLock { state in
            var people: Set<PersonID> = []
            var taken: [Entry] = []
            var left: Deque<Entry> = []
            for entry in state.waiting {
                if taken.count < Self.most, people.insert(entry.person).inserted {
                    taken.append(entry)
                } else {
                    left.append(entry)
                }
            }
            state.waiting = left
            return taken
        }
    }
}
