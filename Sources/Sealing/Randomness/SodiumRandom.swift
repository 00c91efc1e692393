import CSodium

/// The operating system's generator, through libsodium.
public struct SodiumRandom: RandomSource {
    public init() {}

    public func bytes(_ count: Int) -> [UInt8] {
        precondition(Sodium.isReady, "libsodium does not start")
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            unsafe randombytes_buf(UnsafeMutableRawBufferPointer(buffer).octets, count)
            initialized = count
        }
    }
}
