/// Where nonces and new keys come from.
///
/// Keys are as secret as this source is unpredictable; only tests have reason to use another than ``SodiumRandom``.
public protocol RandomSource: Sendable {
    /// Exactly as many bytes as are asked for, never the same run twice.
    func bytes(_ count: Int) -> [UInt8]
}
