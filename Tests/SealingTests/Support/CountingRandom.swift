import Sealing
import Synchronization

/// Gives 0, 1, 2 … 255, 0 … so that what is sealed can be computed by hand.
final class CountingRandom: RandomSource {
    private let position = Mutex<UInt64>(0)

    func bytes(_ count: Int) -> [UInt8] {
        position.withLock { position in
            defer { position += UInt64(count) }
            return (0..<UInt64(count)).map { UInt8(truncatingIfNeeded: position + $0) }
        }
    }
}
