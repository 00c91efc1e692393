import CSodium

/// What a sealed record held: bytes that are zeroed when the value goes and that cannot be copied, printed or stored.
///
/// Sensitivity: whatever the record is about. The closure of ``withBytes(_:)`` must not let the bytes out.
@safe
public struct Plaintext: ~Copyable, @unchecked Sendable {
    // INVARIANT: nobody else has `storage`, and after `RecordCodec` has filled it nobody writes it; so the value may
    // cross threads though it holds a pointer.

    /// The padded plaintext.
    private let storage: UnsafeMutableRawBufferPointer
    /// How many of the bytes are not padding.
    private let count: Int

    /// Room for `capacity` bytes.
    ///
    /// The closure fills them and returns how many of them are the plaintext.
    init<E: Error>(
        capacity: Int, filledBy fill: (UnsafeMutableRawBufferPointer) throws(E) -> Int
    ) throws(E) {
        let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
        do {
            let count = try unsafe fill(storage)
            precondition((0...capacity).contains(count))
            self.count = count
            unsafe self.storage = storage
        } catch {
            unsafe Self.discard(storage)
            throw error
        }
    }

    deinit {
        unsafe Self.discard(storage)
    }

    private static func discard(_ storage: UnsafeMutableRawBufferPointer) {
        unsafe sodium_memzero(storage.baseAddress, storage.count)
        unsafe storage.deallocate()
    }

    /// Lends the bytes for the length of the call.
    public func withBytes<R: ~Copyable, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
        let bytes = unsafe UnsafeBufferPointer(
            start: UnsafePointer(storage.octets), count: count)
        return try body(unsafe bytes.span)
    }
}
