import Disclosure
import Synchronization

/// Ends the work at the n-th step that is reached, as a kill would.
final class Interruption: Sendable {
    struct Interrupted: Error {}

    private let left: Mutex<Int>

    init(at step: Int) { left = Mutex(step) }

    var observer: StepObserver {
        { [self] _ in
            let isLast = left.withLock { left in
                left -= 1
                return left == 0
            }
            if isLast { throw Interrupted() }
        }
    }
}
