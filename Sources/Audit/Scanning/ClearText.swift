/// What the catalogue, the policies and the schema say in clear, so that a needle that is part of it is not taken for a leak.
///
/// A short handle such as `tea` occurs in many titles. A hit is explained where the twelve bytes around it, or all of
/// the needle when it is longer, stand in clear on purpose.
struct ClearText: Sendable {
    private static let window = 12
    private let shingles: Set<UInt64>

    /// Takes the texts of every row, each joined as they lie in the file.
    init(_ rows: [[UInt8]]) {
        var shingles: Set<UInt64> = []
        for row in rows where row.count >= Self.window {
            for start in 0...row.count - Self.window {
                shingles.insert(Self.hash { row[start + $0] })
            }
        }
        self.shingles = shingles
    }

    private static func hash(_ byte: (Int) -> UInt8) -> UInt64 {
        (0..<window).reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(byte($1))) &* 0x100_0000_01B3 }
    }

    /// Whether a hit is part of such a text.
    func explains(_ range: Range<Int>, in bytes: UnsafeRawBufferPointer) -> Bool {
        let length = Self.window
        if range.count >= length {
            return (range.lowerBound...range.upperBound - length).allSatisfy { contains(bytes, $0) }
        }
        let first = max(0, range.upperBound - length)
        let last = min(range.lowerBound, bytes.count - length)
        return first <= last && (first...last).contains { contains(bytes, $0) }
    }

    private func contains(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Bool {
        shingles.contains(Self.hash { bytes[start + $0] })
    }
}
