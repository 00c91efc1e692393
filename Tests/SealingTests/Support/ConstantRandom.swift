import Sealing

/// A broken source.
struct ConstantRandom: RandomSource {
    func bytes(_ count: Int) -> [UInt8] { [UInt8](repeating: 4, count: count) }
}
