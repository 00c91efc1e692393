/// Says of most keys that were never inserted that they were not, without hashing them into a dictionary.
struct KeyFilter: Sendable {
    /// 64 K bits: a thousand keys leave one absent key in sixty to be looked up.
    private var words = [UInt64](repeating: 0, count: 1024)

    mutating func insert(_ key: UInt64) {
        let bit = Self.bit(key)
        words[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    func mayContain(_ key: UInt64) -> Bool {
        let bit = Self.bit(key)
        return words[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    /// The upper bits of the product with the golden ratio (Knuth, TAOCP 3, 6.4).
    private static func bit(_ key: UInt64) -> Int {
        Int((key &* 0x9E37_79B9_7F4A_7C15) >> 48)
    }
}
