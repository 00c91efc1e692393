import Sealing
import Synchronization
import VitrineTesting

/// Randomness keyed by what it is for, so that what one world draws more of shifts nothing else.
///
/// What is drawn for tells itself by its length: numbers of people, nonces, keys, tokens each have one of their own.
final class PurposeRandom: RandomSource {
    private let seed: UInt64
    private let streams = Mutex<[Int: SplitMix64]>([:])

    init(seed: UInt64) {
        self.seed = seed
    }

    func bytes(_ count: Int) -> [UInt8] {
        streams.withLock { streams in
            streams[count, default: SplitMix64(seed: seed ^ UInt64(count) &* 0x2545_F491_4F6C_DD1D)].bytes(count)
        }
    }
}
