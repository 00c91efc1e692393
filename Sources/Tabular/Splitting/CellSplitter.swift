/// Splits a record into cells, as RFC 4180 says: a cell is quoted as a whole or not at all, a quote within a quoted cell is
/// doubled, lines end with CRLF or LF, and a quoted cell may span lines.
///
/// A quote within a cell that does not begin with one is a character like any other.
struct CellSplitter {
    /// The byte between two cells: a comma or a tab.
    let delimiter: UInt8

    func split(_ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool, into cells: inout [Cell]) -> SplitResult {
        cells.removeAll(keepingCapacity: true)
        var position = 0
        while true {
            let isQuoted = position < bytes.count && bytes[position] == ASCII.quote
            if isQuoted {
                switch quotedCell(bytes, from: position + 1, isFinal: isFinal) {
                case .cell(let cell): cells.append(cell)
                case .open: return isFinal ? .malformed(reason: Self.unclosed(column: cells.count + 1)) : .incomplete
                }
                position = cells[cells.count - 1].end + 1
            } else {
                let start = position
                while position < bytes.count, bytes[position] != delimiter, bytes[position] != ASCII.lineFeed {
                    position += 1
                }
                guard position < bytes.count || isFinal else { return .incomplete }
                let isLast = position == bytes.count || bytes[position] == ASCII.lineFeed
                let hasReturn = isLast && position > start && bytes[position - 1] == ASCII.carriageReturn
                cells.append(Cell(start: start, end: hasReturn ? position - 1 : position, hasEscapes: false))
            }
            guard position < bytes.count else { return isFinal ? .record(length: position) : .incomplete }
            switch bytes[position] {
            case delimiter: position += 1
            case ASCII.lineFeed: return .record(length: position + 1)
            case ASCII.carriageReturn:
                guard position + 1 < bytes.count else {
                    return isFinal ? .record(length: position + 1) : .incomplete
                }
                guard bytes[position + 1] == ASCII.lineFeed else { return textAfterQuote(cells) }
                return .record(length: position + 2)
            default: return textAfterQuote(cells)
            }
        }
    }

    /// The reason for a record whose quote is open at the end of the input.
    static func unclosed(column: Int?) -> String {
        let quote = column.map { "the quote that opens column \($0)" } ?? "a quote in this row"
        return "\(quote) is never closed, so nothing from here on was read; close it, or double it where it is text"
    }

    private enum QuotedCell {
        case cell(Cell)
        case open
    }

    private func quotedCell(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isFinal: Bool) -> QuotedCell {
        var hasEscapes = false
        var position = start
        while let quote = LineEnd.position(of: ASCII.quote, in: bytes, from: position) {
            if quote + 1 < bytes.count, bytes[quote + 1] == ASCII.quote {
                hasEscapes = true
                position = quote + 2
            } else if quote + 1 < bytes.count || isFinal {
                return .cell(Cell(start: start, end: quote, hasEscapes: hasEscapes))
            } else {
                return .open
            }
        }
        return .open
    }

    private func textAfterQuote(_ cells: [Cell]) -> SplitResult {
        .malformed(
            reason: "text after the closing quote of column \(cells.count); a quote within quotes is written twice")
    }
}
