/// Splits tab-separated values: nothing is quoted, every tab separates.
enum TSVSplitter {
    static func split(_ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool, into cells: inout [Cell]) -> SplitResult {
        guard let (textEnd, length) = LineEnd.line(in: bytes, isFinal: isFinal) else { return .incomplete }
        cells.removeAll(keepingCapacity: true)
        var start = 0
        for position in 0..<textEnd where bytes[position] == ASCII.tab {
            cells.append(Cell(start: start, end: position, hasEscapes: false))
            start = position + 1
        }
        cells.append(Cell(start: start, end: textEnd, hasEscapes: false))
        return .record(length: length)
    }
}
