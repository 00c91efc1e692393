/// Writes parts one behind the other, each preceded by its length as 64-bit little endian, so that no two lists of
/// parts give the same bytes.
@safe
struct CanonicalWriter: ~Copyable {
    // INVARIANT: it is only ever lent to a closure inside which the buffer lives, and writes within the buffer's
    // bounds.

    /// What every part costs besides its bytes.
    static let prefixByteCount = 8

    private let buffer: UnsafeMutableRawBufferPointer
    private(set) var count = 0

    init(_ buffer: UnsafeMutableRawBufferPointer) {
        unsafe self.buffer = buffer
    }

    /// What has been written so far.
    func written() -> UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count])
    }

    /// The length alone, for a part that is written or hashed by itself.
    mutating func appendLength(_ length: Int) {
        appendBare(UInt64(length))
    }

    mutating func append(_ value: some FixedWidthInteger & UnsignedInteger) {
        appendLength(value.bitWidth / 8)
        appendBare(value)
    }

    /// A part that may be absent: absent is of length zero.
    mutating func append(_ value: (some FixedWidthInteger & UnsignedInteger)?) {
        if let value { append(value) } else { appendLength(0) }
    }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        appendLength(bytes.count)
        unsafe room(for: bytes.count).copyMemory(from: bytes)
    }

    mutating func append(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { bytes in unsafe append(bytes) }
    }

    mutating func append(_ text: String) {
        let length = text.utf8.count
        appendLength(length)
        unsafe room(for: length).copyBytes(from: text.utf8)
    }

    /// A part that is itself a list of parts.
    mutating func appendNested(_ body: (inout CanonicalWriter) -> Void) {
        let prefix = unsafe room(for: Self.prefixByteCount)
        let start = count
        body(&self)
        unsafe prefix.storeBytes(of: UInt64(count - start).littleEndian, as: UInt64.self)
    }

    private mutating func appendBare(_ value: some FixedWidthInteger) {
        let value = value.littleEndian
        unsafe withUnsafeBytes(of: value) { bytes in unsafe room(for: bytes.count).copyMemory(from: bytes) }
    }

    private mutating func room(for length: Int) -> UnsafeMutableRawBufferPointer {
        precondition(unsafe length <= buffer.count - count, "the buffer is too small")
        let start = count
        count += length
        return unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[start..<count])
    }
}
