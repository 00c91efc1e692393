/// A table as comma-separated values (RFC 4180), in UTF-8.
struct CommaSeparated {
    private(set) var text: String

    init(_ header: [String]) {
        text = header.joined(separator: ",") + "\r\n"
    }

    mutating func append(_ cells: [String?]) {
        text += cells.map { Self.cell($0 ?? "") }.joined(separator: ",") + "\r\n"
    }

    private static func cell(_ text: String) -> String {
        // A spreadsheet takes what begins like this for a formula.
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let plain = isFormula ? "'" + text : text
        guard plain.contains(where: { "\",\r\n".contains($0) || $0 == "\r\n" }) else { return plain }
        return "\"" + plain.replacing("\"", with: "\"\"") + "\""
    }
}
