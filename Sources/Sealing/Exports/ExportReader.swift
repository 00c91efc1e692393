/// A position in the plaintext of an export; the bytes are lent to every call.
struct ExportReader {
    private(set) var position = 0

    mutating func number<Number: FixedWidthInteger>(
        _ type: Number.Type = Number.self, in bytes: Span<UInt8>
    ) throws(SealingError) -> Number {
        let size = Number.bitWidth / 8
        guard size <= bytes.count - position else { throw .exportMalformed }
        var value: Number.Magnitude = 0
        for offset in 0..<size {
            value |= Number.Magnitude(bytes[position + offset]) << Number.Magnitude(offset * 8)
        }
        position += size
        return Number(truncatingIfNeeded: value)
    }

    /// Where the next byte string lies.
    mutating func range(in bytes: Span<UInt8>) throws(SealingError) -> Range<Int> {
        let count = Int(try number(UInt32.self, in: bytes))
        guard count <= bytes.count - position else { throw .exportMalformed }
        position += count
        return position - count..<position
    }

    mutating func text(in bytes: Span<UInt8>) throws(SealingError) -> [UInt8] {
        try range(in: bytes).map { bytes[$0] }
    }

    mutating func key(in bytes: Span<UInt8>, _ memory: LockedMemory) throws(SealingError) -> SecretKey {
        let range = try range(in: bytes)
        guard range.count == SecretKey.byteCount else { throw .exportMalformed }
        return unsafe bytes.extracting(range).withUnsafeBytes { bytes in unsafe SecretKey(in: memory, copying: bytes) }
    }
}
