import CSodium

/// Secret bytes of any length, zeroed when the last reference goes.
@safe
final class SecretBytes: @unchecked Sendable {
    // INVARIANT: what `start` points to is written in the initialiser and the deinitialiser alone.

    private let start: UnsafeMutableRawPointer
    let count: Int

    init(copying bytes: Span<UInt8>) {
        let start = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 16)
        count = bytes.count
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe UnsafeMutableRawBufferPointer(start: start, count: bytes.count).copyMemory(from: bytes)
        }
        unsafe self.start = start
        // Held for the length of one import; a lock that fails stops nothing.
        _ = unsafe sodium_mlock(start, count)
    }

    deinit {
        // Zeroes as well.
        _ = unsafe sodium_munlock(start, count)
        unsafe start.deallocate()
    }

    func withBytes<R: ~Copyable, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
        let bytes = unsafe UnsafeBufferPointer(
            start: UnsafePointer(start.assumingMemoryBound(to: UInt8.self)), count: count)
        return try body(unsafe bytes.span)
    }
}
