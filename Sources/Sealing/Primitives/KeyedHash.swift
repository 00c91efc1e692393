import CSodium

/// Keyed BLAKE2b (RFC 7693), of 16 to 64 bytes.
enum KeyedHash {
    /// The hash of one message.
    static func compute(
        into output: UnsafeMutableRawBufferPointer, key: borrowing SecretKey, of message: UnsafeRawBufferPointer
    ) {
        let status = unsafe key.withBytes { key in
            unsafe crypto_generichash(
                output.octets, output.count,
                message.octets, UInt64(message.count),
                key.octets, key.count)
        }
        precondition(status == 0, "hashing does not fail on these sizes")
    }

    /// The hash of two pieces joined, without joining them.
    ///
    /// The first has to tell where it ends.
    static func compute(
        into output: UnsafeMutableRawBufferPointer, key: borrowing SecretKey,
        of first: UnsafeRawBufferPointer, then second: UnsafeRawBufferPointer
    ) {
        // libsodium wants its state on a 64-byte boundary, and wipes it in `final`.
        unsafe withUnsafeTemporaryAllocation(
            byteCount: crypto_generichash_statebytes(), alignment: 64
        ) { memory in
            let state = unsafe OpaquePointer(memory.octets)
            let begun = unsafe key.withBytes { key in
                unsafe crypto_generichash_init(
                    state, key.octets, key.count, output.count)
            }
            let one = unsafe crypto_generichash_update(
                state, first.octets, UInt64(first.count))
            let two = unsafe crypto_generichash_update(
                state, second.octets, UInt64(second.count))
            let ended = unsafe crypto_generichash_final(
                state, output.octets, output.count)
            precondition(begun | one | two | ended == 0, "hashing does not fail on these sizes")
        }
    }
}
