/// Reads a table row by row from a file, standard input or memory, in memory that does not grow with its length.
///
/// A row that breaks the rules is a value, and reading goes on behind it; only what makes the whole table
/// unreadable is thrown. Empty lines are passed over. Not for use by two tasks at once.
public final class TabularReader {
    private let format: TabularFormat
    private var window: ByteWindow
    private var columns: Columns
    private var cells: [Cell] = []
    private var line = 1

    /// Opens a file (`-` is standard input) and reads its header.
    ///
    /// The format is told by the extension unless it is given.
    public convenience init(
        path: String, format: TabularFormat? = nil, fields: [Field], mapping: ColumnMapping = .byName
    ) throws(TabularError) {
        guard let format = format ?? TabularFormat(path: path) else { throw .unknownFormat }
        try self.init(DescriptorSource(path: path), format: format, fields: fields, mapping: mapping)
    }

    /// Reads a table that is in memory.
    public convenience init(
        bytes: [UInt8], format: TabularFormat, fields: [Field], mapping: ColumnMapping = .byName
    ) throws(TabularError) {
        try self.init(MemorySource(bytes), format: format, fields: fields, mapping: mapping)
    }

    init(
        _ source: any ByteSource, format: TabularFormat, fields: [Field], mapping: ColumnMapping
    ) throws(TabularError) {
        self.format = format
        window = ByteWindow(source)
        columns = Columns(fields: fields, mapping: mapping)
        try checkBeginning()
        guard format != .jsonLines else { return }
        columns = try Columns(fields: fields, mapping: mapping, found: header())
    }

    /// How many bytes were consumed.
    public var bytesRead: Int { window.consumed }

    /// How many bytes there are in all, when that can be known.
    public var totalBytes: Int? { window.totalBytes }

    /// The next row, or why it cannot be taken; nothing at the end.
    public func next() throws(TabularError) -> Result<Row, RowFault>? {
        let columns = columns
        return try nextRecord { bytes, cells, line throws(RowFault) in
            switch format {
            case .jsonLines:
                do throws(JSONLineError) {
                    var parser = JSONLineParser(bytes)
                    let values = try parser.values(of: columns.headers)
                    return Row(line: line, fields: columns.fields, values: values, cleared: parser.nulls)
                } catch {
                    throw RowFault(line: line, reason: error.reason)
                }
            case .csv, .tsv:
                let decoder = CellDecoder(bytes: bytes, line: line)
                return Row(line: line, fields: columns.fields, values: try decoder.values(cells, in: columns))
            }
        }
    }

    private func header() throws(TabularError) -> [String] {
        let header = try nextRecord { bytes, cells, line throws(RowFault) in
            try CellDecoder(bytes: bytes, line: line).header(cells)
        }
        switch header {
        case .success(let names): return names
        case .failure(let fault): throw .malformedHeader(reason: fault.reason)
        case nil: throw .noHeader
        }
    }

    /// Passes over a byte order mark; refuses what is compressed (RFC 1952).
    private func checkBeginning() throws(TabularError) {
        while window.count < 3, !window.isFinal { try window.extend() }
        let (isMarked, isCompressed) = window.withBytes { bytes in
            (bytes.starts(with: [0xEF, 0xBB, 0xBF]), bytes.starts(with: [0x1F, 0x8B]))
        }
        guard !isCompressed else { throw .compressed }
        if isMarked { window.consume(3) }
    }

    /// Finds the next record and hands it to a closure: its bytes, its cells and its line.
    private func nextRecord<Value>(
        _ read: (UnsafeBufferPointer<UInt8>, [Cell], Int) throws(RowFault) -> Value
    ) throws(TabularError) -> Result<Value, RowFault>? {
        while true {
            if window.count == 0 {
                try window.extend()
                guard window.count > 0 else { return nil }
            }
            let isFinal = window.isFinal
            switch window.withBytes({ split($0, isFinal: isFinal) }) {
            case .record(let length) where length > TabularLimits.recordLength: return try skipRecord(Self.tooLong)
            case .record(let length): if let record = take(length, read) { return record }
            case .incomplete where window.count > TabularLimits.recordLength: return try skipRecord(Self.tooLong)
            case .incomplete: try window.extend()
            case .malformed(let reason): return try skipRecord(reason)
            }
        }
    }

    private static let tooLong = "the row is longer than \(TabularLimits.recordLength / 1024) KiB"

    private func split(_ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool) -> SplitResult {
        if let delimiter = format.delimiter {
            return CellSplitter(delimiter: delimiter).split(bytes, isFinal: isFinal, into: &cells)
        }
        guard let (textEnd, length) = LineEnd.line(in: bytes, isFinal: isFinal) else { return .incomplete }
        cells.removeAll(keepingCapacity: true)
        cells.append(Cell(start: 0, end: textEnd, hasEscapes: false))
        return .record(length: length)
    }

    /// Reads a record off the window; nothing when it is an empty line.
    private func take<Value>(
        _ length: Int, _ read: (UnsafeBufferPointer<UInt8>, [Cell], Int) throws(RowFault) -> Value
    ) -> Result<Value, RowFault>? {
        let (result, lines) = window.withBytes { bytes -> (Result<Value, RowFault>?, Int) in
            let record = UnsafeBufferPointer(rebasing: bytes[..<length])
            let lines = format == .jsonLines ? 1 : max(1, record.count { $0 == ASCII.lineFeed })
            if cells.count == 1, cells[0].end == 0 { return (nil, lines) }
            let text = format == .jsonLines ? cells[0].bytes(of: record) : record
            return (Result { () throws(RowFault) in try read(text, cells, line) }, lines)
        }
        window.consume(length)
        line += lines
        return result
    }

    /// Passes over a record that cannot be read, as a whole.
    private func skipRecord<Value>(_ reason: String) throws(TabularError) -> Result<Value, RowFault> {
        let start = line
        var reason = reason
        var end = RecordEnd(delimiter: format.delimiter)
        while true {
            if let length = window.withBytes({ end.length(in: $0) }) {
                window.consume(length)
                break
            }
            window.consume(window.count)
            try window.extend()
            guard window.count == 0 else { continue }
            if end.isWithinQuotes, reason == Self.tooLong { reason = CellSplitter.unclosed(column: nil) }
            break
        }
        line += max(1, end.lines)
        return .failure(RowFault(line: start, reason: reason))
    }
}
