import Sealing
import VitrineTesting

/// A repeatable source of randomness, so that a printed seed makes the same world again.
package struct SampleRandom: RandomSource {
    private let source: SeededRandom

    package init(seed: UInt64) {
        source = SeededRandom(seed: seed)
    }

    package func bytes(_ count: Int) -> [UInt8] { source.bytes(count) }
}
