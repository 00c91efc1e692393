import Hummingbird
import Synchronization

/// What was answered to requests that carried an `Idempotency-Key`, so that one sent again is answered and not done again.
///
/// Bounded; the oldest entries go first. Kept for a process's life: after a restart a request sent again is done again, which is
/// harmless for the absolute values that these requests set. Sensitivity: answers for the owner's own eyes, found only by the
/// same token.
final class IdempotencyKeys: Sendable {
    struct Name: Hashable, Sendable {
        let tokenID: String
        let path: String
        let key: String
    }

    enum Finding {
        case unknown
        /// The same request was answered before.
        case answered(Response)
        /// The key was used with another body.
        case reused
    }

    /// A key is 1 to 128 visible ASCII characters.
    static let maximumLength = 128

    private struct State {
        var answers: [Name: (body: [UInt8], response: Response?)] = [:]
        var order: [Name] = []
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

    func finding(_ name: Name, body: [UInt8]) -> Finding {
        state.withLock { state in
            guard let known = state.answers[name] else { return .unknown }
            return known.body == body ? known.response.map { .answered($0) } ?? .unknown : .reused
        }
    }

    /// Without a response the request is done again when it is sent again.
    func note(_ response: Response?, for name: Name, body: [UInt8]) {
        state.withLock { state in
            if state.answers[name] == nil {
                if state.order.count < capacity {
                    state.order.append(name)
                } else {
                    state.answers[state.order[state.oldest]] = nil
                    state.order[state.oldest] = name
                    state.oldest = (state.oldest + 1) % capacity
                }
            }
            state.answers[name] = (body, response)
        }
    }
}
