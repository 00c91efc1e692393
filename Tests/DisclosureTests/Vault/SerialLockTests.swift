import Synchronization
import Testing

@testable import Disclosure

struct SerialLockTests {
    @Test func `tasks come through one at a time, in the order in which they came`() async {
        let lock = SerialLock()
        let order = Mutex<[Int]>([])
        let inside = Mutex(0)
        await lock.acquire()
        let tasks = (0..<20).map { number in
            Task.immediate {
                await lock.acquire()
                let alone = inside.withLock { count in
                    count += 1
                    return count == 1
                }
                #expect(alone)
                await Task.yield()
                order.withLock { $0.append(number) }
                inside.withLock { $0 -= 1 }
                lock.release()
            }
        }
        #expect(order.withLock(\.isEmpty))
        lock.release()
        for task in tasks { await task.value }
        #expect(order.withLock(\.self) == Array(0..<20))
        await lock.acquire()
        lock.release()
    }
}
