import Disclosure
import Domain
import Hummingbird
import Synchronization

/// Which requests with an `Idempotency-Key` are under way, and which body each key came with.
///
/// A key is held from the first byte of its request until the answer, so that no two requests of one key do the same
/// at once. Answers are not kept here: what states a state is carried out again, and what makes something new is known
/// to ``Deeds``. Bounded; the oldest bodies are forgotten first.
final class IdempotencyKeys: Sendable {
    /// Whose key it is: a person's, by whichever token, or else a client's.
    enum Caller: Hashable, Sendable {
        case person(PersonID)
        case client(String)

        init(_ principal: Principal) {
            self = principal.person.map(Caller.person) ?? .client(principal.client)
        }
    }

    struct Name: Hashable, Sendable {
        let caller: Caller
        let method: String
        /// As it was asked for, not as a template.
        let path: String
        let key: String
    }

    /// A key is 1 to 128 visible ASCII characters.
    static let maximumLength = 128
    /// How long a key is good for one body.
    static let lifetime = Duration.seconds(24 * 3600)

    private struct State {
        var held: Set<Name> = []
        /// By digests with the seed of this process, so that nothing of a request is kept.
        var bodies: [Int: (body: Int, at: Duration)] = [:]
        var order: [Int] = []
        var oldest = 0
    }

    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    static func isWellFormed(_ key: String) -> Bool {
        (1...maximumLength).contains(key.utf8.count) && key.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// Does work while the key is held; throws a conflict if another request holds it.
    func holding<Value>(_ name: Name, _ work: () async throws -> Value) async throws -> Value {
        guard state.withLock({ $0.held.insert(name).inserted }) else {
            throw Problem(
                .conflict, errors: [FieldError(.parameter(.idempotencyKey), .underWay)], headers: [.retryAfter: "1"])
        }
        defer { state.withLock { _ = $0.held.remove(name) } }
        return try await work()
    }

    /// Notes the body that a key comes with; `false` if it came with another one.
    func note(_ body: [UInt8], for name: Name, at now: Duration) -> Bool {
        let (name, body) = (Self.digest(name), Self.digest(body))
        return state.withLock { state in
            if let known = state.bodies[name] {
                if now - known.at < Self.lifetime { return known.body == body }
            } else if state.order.count < capacity {
                state.order.append(name)
            } else {
                state.bodies[state.order[state.oldest]] = nil
                state.order[state.oldest] = name
                state.oldest = (state.oldest + 1) % capacity
            }
            state.bodies[name] = (body, now)
            return true
        }
    }

    private static func digest(_ value: some Hashable) -> Int {
        var hasher = Hasher()
        hasher.combine(value)
        return hasher.finalize()
    }
}
