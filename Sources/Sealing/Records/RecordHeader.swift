/// The layout of a sealed record, version 1:
/// `magic(2) ‖ version(1) ‖ key generation(4, little endian) ‖ nonce(24) ‖ commitment(32) ‖ ciphertext ‖ tag(16)`.
///
/// The generation is the same for all owners and classes, so that no stored byte tells them apart.
enum RecordHeader {
    /// "VT".
    static let magic: (UInt8, UInt8) = (0x56, 0x54)
    static let version: UInt8 = 1
    /// The generation of everything that no re-sealing has touched.
    static let firstGeneration: UInt32 = 1

    static let byteCount = 7
    static let nonceByteCount = 24
    static let commitmentByteCount = 32
    static let commitmentOffset = byteCount + nonceByteCount
    static let ciphertextOffset = commitmentOffset + commitmentByteCount
    /// What a record is longer than its padded plaintext.
    static let overhead = ciphertextOffset + AuthenticatedCipher.tagByteCount

    static func write(to buffer: UnsafeMutableRawBufferPointer, generation: UInt32) {
        unsafe buffer[0] = magic.0
        unsafe buffer[1] = magic.1
        unsafe buffer[2] = version
        unsafe buffer.storeBytes(of: generation.littleEndian, toByteOffset: 3, as: UInt32.self)
    }

    /// The key generation of a record that is one.
    static func generation(of record: UnsafeRawBufferPointer) throws(SealingError) -> UInt32 {
        guard record.count > overhead, unsafe record[0] == magic.0, unsafe record[1] == magic.1
        else { throw .malformed }
        guard unsafe record[2] == version else { throw .unknownVersion }
        return unsafe UInt32(littleEndian: record.loadUnaligned(fromByteOffset: 3, as: UInt32.self))
    }

    static func generation(of box: [UInt8]) throws(SealingError) -> UInt32 {
        unsafe try box.span.withUnsafeBytes { record throws(SealingError) in unsafe try generation(of: record) }
    }
}
