import GRDB
import Storage

extension SQLiteFile {
    /// What of a box is looked for: a stretch that is random, at its beginning where a remainder would lie too.
    private static let needleStart = 8
    private static let needleByteCount = 16

    /// Whether the nonce of any of the boxes still lies in the file, its log or its shared memory.
    ///
    /// Without its nonce a box opens under no key. One pass over the bytes for any number of boxes, on a reading connection
    /// outside any transaction.
    func holdsResidue(of boxes: [[UInt8]]) async throws(StorageError) -> Bool {
        let needles = Set(
            boxes.filter { $0.count >= Self.needleStart + Self.needleByteCount }.map {
                Needle($0[Self.needleStart...])
            })
        if needles.isEmpty { return false }
        let beginnings = Set(needles.map(\.first))
        return try await readOutsideTransaction { database in
            try OpenFiles(of: database).contains(overlap: Self.needleByteCount - 1) {
                Self.holds(needles, beginnings, in: $0)
            }
        }
    }

    private static func holds(_ needles: Set<Needle>, _ beginnings: Set<UInt32>, in bytes: [UInt8]) -> Bool {
        guard bytes.count >= needleByteCount else { return false }
        var window = bytes[0..<3].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        for end in 3..<bytes.count {
            window = window << 8 | UInt32(bytes[end])
            guard beginnings.contains(window), end + needleByteCount - 3 <= bytes.count else { continue }
            if needles.contains(Needle(bytes[(end - 3)...])) { return true }
        }
        return false
    }

    private struct Needle: Hashable, Sendable {
        let bytes: [UInt8]
        let first: UInt32

        init(_ slice: ArraySlice<UInt8>) {
            bytes = Array(slice.prefix(SQLiteFile.needleByteCount))
            first = bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
    }
}
