import Synchronization

/// A repeatable source of bytes that may be shared.
public final class SeededRandom: Sendable {
    private let generator: Mutex<SplitMix64>

    public init(seed: UInt64) {
        generator = Mutex(SplitMix64(seed: seed))
    }

    /// The next bytes; concurrent callers get different ones, in no order.
    public func bytes(_ count: Int) -> [UInt8] {
        generator.withLock { $0.bytes(count) }
    }
}
