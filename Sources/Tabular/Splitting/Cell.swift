/// Where one cell of a record lies, without its quotes.
struct Cell {
    let start: Int
    let end: Int
    /// Whether doubled quotes in it stand for single ones.
    let hasEscapes: Bool

    func bytes(of record: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: record[start..<end])
    }
}
