import Domain

/// The sixteen bytes of an address, as they are hashed and bound, without an array.
struct AddressHash {
    static let byteCount = Address.byteCount

    /// The bytes in their order, the first one lowest.
    let littleEndianValue: UInt128

    /// Precondition: sixteen bytes.
    init(_ bytes: UnsafeRawBufferPointer) {
        precondition(bytes.count == Self.byteCount)
        littleEndianValue = UInt128(littleEndian: unsafe bytes.loadUnaligned(as: UInt128.self))
    }

    init(_ address: Address) {
        littleEndianValue = (UInt128(address.high) << 64 | UInt128(address.low)).byteSwapped
    }

    var address: Address {
        let value = littleEndianValue.byteSwapped
        return Address(high: UInt64(truncatingIfNeeded: value >> 64), low: UInt64(truncatingIfNeeded: value))
    }
}
