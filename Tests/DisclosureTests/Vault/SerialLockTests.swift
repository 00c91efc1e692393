import Synchronization
import Testing

@testable import Disclosure

struct SerialLockTests {
    /// Who came through, and whether ever two at once.
    private final class Passages: Sendable {
        private let state = Mutex<(order: [Int], inside: Int, most: Int)>(([], 0, 0))

        var order: [Int] { state.withLock(\.order) }
        var mostAtOnce: Int { state.withLock(\.most) }

        func enter(_ number: Int) {
            state.withLock { state in
                state.order.append(number)
                state.inside += 1
                state.most = max(state.most, state.inside)
            }
        }

        func leave() { state.withLock { $0.inside -= 1 } }
    }

    private static func pass(_ number: Int, _ lock: SerialLock, _ passages: Passages) -> Task<Void, Never> {
        Task.immediate {
            await lock.acquire()
            passages.enter(number)
            await Task.yield()
            passages.leave()
            lock.release()
        }
    }

    @Test func `tasks come through one at a time, in the order in which they came`() async {
        let lock = SerialLock()
        let passages = Passages()
        await lock.acquire()
        let tasks = (0..<20).map { Self.pass($0, lock, passages) }
        #expect(passages.order.isEmpty)
        lock.release()
        for task in tasks { await task.value }
        #expect(passages.order == Array(0..<20))
        #expect(passages.mostAtOnce == 1)
        await lock.acquire()
        lock.release()
    }
}
