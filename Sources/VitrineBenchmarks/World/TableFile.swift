import Foundation

/// A file of tab-separated rows under a header.
struct TableFile {
    let path: String

    func write(_ header: [String], _ rows: some Sequence<[String]>) throws {
        var text = header.joined(separator: "\t") + "\n"
        for row in rows {
            text += row.joined(separator: "\t")
            text += "\n"
        }
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    /// The rows without the header; a packed file is unpacked on the way.
    func rows(separator: Character = "\t", hasHeader: Bool = true) throws -> [[Substring]] {
        let text =
            path.hasSuffix(".gz")
            ? try Program.run("/bin/gzip", ["-dc", path])
            : String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: true).dropFirst(hasHeader ? 1 : 0).map {
            $0.split(separator: separator, omittingEmptySubsequences: false)
        }
    }
}
