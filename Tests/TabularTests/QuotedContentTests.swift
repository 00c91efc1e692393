import Testing
import VitrineTesting

@testable import Tabular

/// No row comes out of a quoted cell, however long it is and whatever it holds.
@Suite struct QuotedContentTests {
    /// Splits a table as the plainest reader would: one character after the other, all in memory.
    ///
    /// A quote opens a cell at its beginning only, a doubled quote within is one, and text behind a closing quote goes on
    /// as text of the cell.
    private static func records(of text: [UInt8], delimiter: UInt8) -> [[[UInt8]]] {
        var records: [[[UInt8]]] = []
        var record: [[UInt8]] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var isAtStart = true
        var position = 0
        /// Whether the cell ends in a return that no quotes are around.
        var endsInReturn = false
        func isEmpty() -> Bool { record.isEmpty && cell.isEmpty }
        while position < text.count {
            let byte = text[position]
            position += 1
            switch byte {
            case 0x22 where isQuoted && position < text.count && text[position] == 0x22:
                cell.append(byte)
                position += 1
                endsInReturn = false
            case 0x22 where isQuoted: isQuoted = false
            case 0x22 where isAtStart: (isQuoted, isAtStart) = (true, false)
            case 0x0A where !isQuoted:
                if endsInReturn { cell.removeLast() }
                endsInReturn = false
                if !isEmpty() { records.append(record + [cell]) }
                (record, cell, isAtStart) = ([], [], true)
            case delimiter where !isQuoted:
                record.append(cell)
                (cell, isAtStart, endsInReturn) = ([], true, false)
            default:
                cell.append(byte)
                isAtStart = false
                endsInReturn = byte == 0x0D && !isQuoted
            }
        }
        if !isEmpty() { records.append(record + [cell]) }
        return records
    }

    private static func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

    private static func content(_ delimiter: String, using generator: inout SplitMix64) -> String {
        let pieces = ["evil\(delimiter)row", "\n", "\r\n", "\"", "\"\"", delimiter, "x", " ", "{\"a\":1}", "茶"]
        return (0..<Int.random(in: 0...12, using: &generator)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        }.joined()
    }

    @Test(arguments: [TabularFormat.csv, .tsv], UInt64(1)...40)
    func `every record is one row, whatever its cells quote`(format: TabularFormat, seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let delimiter = format == .csv ? "," : "\t"
        var text = "a\(delimiter)b\n"
        var cells: [[String]] = []
        for _ in 0..<30 {
            let record = (0..<2).map { _ in Self.content(delimiter, using: &generator) }
            cells.append(record)
            text += record.map(Self.quoted).joined(separator: delimiter) + "\n"
        }
        let rows = try read(Array(text.utf8), as: format, step: Int.random(in: 1...64, using: &generator))
        #expect(rows.count == cells.count)
        for (row, cells) in zip(rows, cells) {
            let row = try row.get()
            #expect([row["a"] ?? "", row["b"] ?? ""] == cells)
        }
    }

    @Test(arguments: [TabularFormat.csv, .tsv], UInt64(1)...60)
    func `with quotes put in and taken out anywhere, no more rows are taken than a plain reader finds`(
        format: TabularFormat, seed: UInt64
    ) throws {
        var generator = SplitMix64(seed: seed)
        let delimiter = format == .csv ? "," : "\t"
        var text = Array("a\(delimiter)b\n".utf8)
        let header = text.count
        for _ in 0..<20 {
            let record = (0..<2).map { _ in Self.quoted(Self.content(delimiter, using: &generator)) }
            text += Array((record.joined(separator: delimiter) + "\n").utf8)
        }
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let place = Int.random(in: header..<text.count, using: &generator)
            if text[place] == 0x22 { text.remove(at: place) } else { text.insert(0x22, at: place) }
        }
        let expected = Self.records(of: Array(text[header...]), delimiter: delimiter.utf8.first ?? 0)
        let taken = try read(text, as: format).compactMap { try? $0.get() }
        #expect(taken.count <= expected.count)
        // Each row that is taken is a record of the plain reader, in its order.
        var rest = expected[...]
        for row in taken {
            let cells = [row["a"] ?? "", row["b"] ?? ""].map { Array($0.utf8) }
            guard let found = rest.firstIndex(of: cells) else {
                Issue.record("a row that no plain reader finds: \(row["a"] ?? "-")")
                return
            }
            rest = rest[(found + 1)...]
        }
    }

    @Test(arguments: [TabularFormat.csv, .tsv])
    func `a quoted cell above the limit is passed over whole, in bounded memory`(format: TabularFormat) throws {
        let delimiter = format == .csv ? "," : "\t"
        let line = "evil\(delimiter)row\n\"\"\(delimiter)\"\"\n"
        let long = String(repeating: line, count: 6 * TabularLimits.recordLength / line.utf8.count)
        let text = "a\(delimiter)b\n1\(delimiter)\"\(long)\"\n2\(delimiter)3\n"
        let rows = try summary(read(Array(text.utf8), as: format, step: 64 * 1024))
        let last = 2 + text.utf8.count { $0 == 0x0A } - 2
        #expect(rows == ["line 2: the row is longer than 1024 KiB", "\(last): 2|3"])
    }
}
