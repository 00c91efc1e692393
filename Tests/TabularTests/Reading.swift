@testable import Tabular

/// What a table holds, for short expectations.
func read(
    _ text: String, as format: TabularFormat, fields: [Field] = [.required("a"), .optional("b")],
    mapping: ColumnMapping = .byName
) throws -> [Result<Row, RowFault>] {
    try read(Array(text.utf8), as: format, fields: fields, mapping: mapping)
}

func read(
    _ bytes: [UInt8], as format: TabularFormat, fields: [Field] = [.required("a"), .optional("b")],
    mapping: ColumnMapping = .byName, step: Int = .max
) throws -> [Result<Row, RowFault>] {
    let reader = try TabularReader(MemorySource(bytes, step: step), format: format, fields: fields, mapping: mapping)
    var rows: [Result<Row, RowFault>] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
}

/// The values of `a` and `b`, or the line and reason of the fault.
func summary(_ rows: [Result<Row, RowFault>]) -> [String] {
    rows.map { row in
        switch row {
        case .success(let row): "\(row.line): \(row["a"] ?? "-")|\(row["b"] ?? "-")"
        case .failure(let fault): fault.description
        }
    }
}

/// The only row of a table in JSON Lines, read as a record.
func decode<Record: RowDecodable>(_ type: Record.Type, _ line: String) throws -> Record {
    let reader = try TabularReader(bytes: Array(line.utf8), format: .jsonLines, fields: Record.fields)
    guard let row = try reader.next() else { throw TabularError.noHeader }
    return try Record(row.get())
}

/// The reason for which a line is not taken.
func refusal<Record: RowDecodable>(_ type: Record.Type, _ line: String) -> String? {
    do {
        _ = try decode(type, line)
        return nil
    } catch let fault as RowFault {
        return fault.reason
    } catch {
        return "\(error)"
    }
}
