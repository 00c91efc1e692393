import DequeModule
import Synchronization

/// Lets one task at a time through, also across suspensions: the urgent ones first, else in the order of arrival.
final class SerialLock: Sendable {
    private struct State {
        var isHeld = false
        var urgent: Deque<CheckedContinuation<Void, Never>> = []
        var waiting: Deque<CheckedContinuation<Void, Never>> = []
    }

    private let state = Mutex(State())

    func acquire(urgently isUrgent: Bool = false) async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                if state.isHeld {
                    if isUrgent { state.urgent.append(continuation) } else { state.waiting.append(continuation) }
                    return false
                }
                state.isHeld = true
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    func release() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            let next = state.urgent.popFirst() ?? state.waiting.popFirst()
            if next == nil { state.isHeld = false }
            return next
        }
        next?.resume()
    }
}
