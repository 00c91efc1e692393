/// The few sizes that plaintexts are padded to, so that a stored size says little.
enum PaddingLadder {
    /// Index entries; small lists; tokens and details; parts of lists; a segment of 64 facts; large lists.
    static let rungs = [32, 64, 256, 1024, 3200, 16384, 65536]
    /// Above the last rung, its multiples.
    static let step = 65536

    /// The padded size.
    ///
    /// Padding is one byte at least.
    static func size(for byteCount: Int) -> Int {
        rungs.first { $0 > byteCount } ?? (byteCount / step + 1) * step
    }

    /// Whether records of this padded size are ever written.
    static func contains(_ paddedByteCount: Int) -> Bool {
        paddedByteCount > 0 && size(for: paddedByteCount - 1) == paddedByteCount
            && paddedByteCount <= size(for: KeyHierarchy.largestPlaintext)
    }
}
