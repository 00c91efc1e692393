/// Finds the end of a record that cannot be read, piece by piece, so that memory does not grow with its length.
///
/// INVARIANT: it follows the quotes of the record, so that no line of a quoted cell is ever taken for a row.
struct RecordEnd {
    private enum Place {
        case atCellStart, inCell, inQuotes
        /// Behind a quote within quotes: it is doubled, or it closed the cell.
        case behindQuote
    }

    /// The byte between two cells; `nil` where a record is a line, whatever is in it.
    private let delimiter: UInt8?
    private var place = Place.atCellStart
    /// How many line feeds were passed.
    private(set) var lines = 0

    init(delimiter: UInt8?) {
        self.delimiter = delimiter
    }

    /// Whether the bytes passed so far end within a quoted cell.
    var isWithinQuotes: Bool { place == .inQuotes }

    /// Returns the length of the part of the bytes that still belongs to the record, with its line feed; `nil` if all of
    /// them do and the record goes on.
    mutating func length(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let delimiter else {
            guard let feed = LineEnd.position(in: bytes) else { return nil }
            lines += 1
            return feed + 1
        }
        for (position, byte) in bytes.enumerated() {
            if byte == ASCII.lineFeed { lines += 1 }
            switch (place, byte) {
            case (.inQuotes, ASCII.quote): place = .behindQuote
            case (.inQuotes, _): break
            case (.atCellStart, ASCII.quote), (.behindQuote, ASCII.quote): place = .inQuotes
            case (_, ASCII.lineFeed): return position + 1
            case (_, delimiter): place = .atCellStart
            default: place = .inCell
            }
        }
        return nil
    }
}
