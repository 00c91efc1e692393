/// Turns the cells of one record into texts.
struct CellDecoder {
    let bytes: UnsafeBufferPointer<UInt8>
    let line: Int

    /// The values of the fields that were asked for; empty cells are nothing.
    func values(_ cells: [Cell], in columns: Columns) throws(RowFault) -> [String?] {
        guard cells.count == columns.places.count else {
            throw fault("expected \(columns.places.count) columns, found \(cells.count)")
        }
        var values = [String?](repeating: nil, count: columns.fields.count)
        for (position, cell) in cells.enumerated() {
            if let place = columns.places[position] {
                if cell.start < cell.end { values[place] = try text(cell, position) }
            } else if !cell.bytes(of: bytes).allSatisfy({ $0 < 0x80 }) {
                _ = try text(cell, position)
            }
        }
        return values
    }

    /// The names of the columns.
    func header(_ cells: [Cell]) throws(RowFault) -> [String] {
        guard cells.count <= TabularLimits.cells else { throw fault("more than \(TabularLimits.cells) columns") }
        var names: [String] = []
        for (position, cell) in cells.enumerated() { names.append(try text(cell, position)) }
        return names
    }

    private func text(_ cell: Cell, _ position: Int) throws(RowFault) -> String {
        let slice = cell.bytes(of: bytes)
        guard slice.count <= TabularLimits.fieldLength else {
            throw fault("column \(position + 1) is longer than \(TabularLimits.fieldLength / 1024) KiB")
        }
        let text =
            cell.hasEscapes
            ? String(validating: withoutEscapes(slice), as: UTF8.self) : String(strictUTF8: slice)
        guard let text else { throw fault("column \(position + 1) is not valid UTF-8") }
        return text
    }

    private func withoutEscapes(_ slice: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(slice.count)
        var position = 0
        while position < slice.count {
            text.append(slice[position])
            position += slice[position] == ASCII.quote ? 2 : 1
        }
        return text
    }

    private func fault(_ reason: String) -> RowFault { RowFault(line: line, reason: reason) }
}
