/// The ways in which a table may be written.
public enum TabularFormat: String, CaseIterable, Sendable {
    /// RFC 4180: commas, double quotes, a header line.
    case csv
    /// Tab-separated values with a header line; a cell that begins with a quote is quoted as in CSV.
    case tsv
    /// One JSON object a line.
    case jsonLines = "jsonl"

    /// Nothing, when the name is none of `csv`, `tsv` and `jsonl` (`ndjson` is the same).
    public init?(name: some StringProtocol) {
        switch name.lowercased() {
        case "csv": self = .csv
        case "tsv", "tab": self = .tsv
        case "jsonl", "ndjson", "jsonlines": self = .jsonLines
        default: return nil
        }
    }

    /// Nothing, when the extension of the path tells no format.
    public init?(path: some StringProtocol) {
        guard let point = path.lastIndex(of: "."), !path[point...].contains("/") else { return nil }
        self.init(name: path[path.index(after: point)...])
    }

    /// The byte between two cells; `nil` where a record is a JSON object.
    var delimiter: UInt8? {
        switch self {
        case .csv: ASCII.comma
        case .tsv: ASCII.tab
        case .jsonLines: nil
        }
    }
}
