/// The padding of ISO/IEC 7816-4, byte for byte that of libsodium: 0x80, then zeros.
///
/// `sodium_pad` and `sodium_unpad` go through the block byte by byte, and take twice as long as decrypting and hashing
/// it do. A test holds these equal to them.
enum Padding {
    /// Fills what lies behind the plaintext.
    ///
    /// Precondition: there is room for one byte at least.
    static func pad(_ buffer: UnsafeMutableRawBufferPointer, after length: Int) {
        precondition((0..<buffer.count).contains(length))
        unsafe buffer[length] = 0x80
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[(length + 1)...])
        unsafe rest.initializeMemory(as: UInt8.self, repeating: 0)
    }

    /// How long the plaintext is; nothing where the padding is not well formed.
    ///
    /// Every byte is looked at, whatever the bytes are, so that the time says nothing of the length.
    static func unpaddedLength(of buffer: UnsafeRawBufferPointer) -> Int? {
        var start = 0
        var value: UInt64 = 0
        let words = buffer.count / 8
        for index in 0..<words {
            let word = unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
            start = word == 0 ? start : index * 8
            value = word == 0 ? value : word
        }
        for index in words * 8..<buffer.count {
            let byte = unsafe buffer[index]
            start = byte == 0 ? start : index
            value = byte == 0 ? value : UInt64(byte)
        }
        // `value` holds the last bytes that are not all zero; the highest of them has to be the mark.
        let position = 7 - value.leadingZeroBitCount / 8
        guard value != 0, value >> UInt64(position * 8) == 0x80 else { return nil }
        return start + position
    }
}
