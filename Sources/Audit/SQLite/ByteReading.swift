/// Big-endian numbers out of bytes that may be damaged: nothing, where they end too early.
enum ByteReading {
    static func number(_ bytes: [UInt8], at offset: Int, width: Int) -> Int? {
        guard offset >= 0, offset + width <= bytes.count else { return nil }
        return bytes[offset..<offset + width].reduce(0) { $0 << 8 | Int($1) }
    }

    /// A number of one to nine bytes, and how many it takes (<https://www.sqlite.org/fileformat2.html#varint>).
    static func varint(_ bytes: [UInt8], at offset: Int) -> (value: Int, width: Int)? {
        var value: UInt64 = 0
        for index in 0..<9 {
            guard offset >= 0, offset + index < bytes.count else { return nil }
            let byte = bytes[offset + index]
            if index == 8 { return (Int(truncatingIfNeeded: value << 8 | UInt64(byte)), 9) }
            value = value << 7 | UInt64(byte & 0x7F)
            if byte & 0x80 == 0 { return (Int(truncatingIfNeeded: value), index + 1) }
        }
        return nil
    }
}
