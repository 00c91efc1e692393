/// Rows under a header, in any of the formats that can be imported.
///
/// No cell has what would have to be quoted.
struct Table {
    var header: [String]
    var rows: [[String]]

    var csv: String { separated(by: ",") }

    func text(_ format: String) -> String {
        switch format {
        case "tsv": separated(by: "\t")
        case "jsonl": jsonLines
        default: csv
        }
    }

    private func separated(by separator: String) -> String {
        ([header] + rows).map { row in
            row.joined(separator: separator) + "\n"
        }.joined()
    }

    private var jsonLines: String {
        rows.map { row in
            "{" + zip(header, row).map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ") + "}\n"
        }.joined()
    }
}
