/// A table for a terminal, its columns in line whatever script they are in.
struct TextTable {
    enum Alignment {
        case left, right
    }

    struct Column {
        let title: String
        let alignment: Alignment
        /// In cells of the terminal; longer texts are cut.
        let maximumWidth: Int

        init(_ title: String, alignment: Alignment = .left, maximumWidth: Int = 60) {
            self.title = title
            self.alignment = alignment
            self.maximumWidth = maximumWidth
        }
    }

    private static let gap = "  "

    private let columns: [Column]
    private var rows: [[String]] = []

    init(_ columns: [Column]) {
        self.columns = columns
    }

    /// Appends a row; missing cells are empty.
    mutating func append(_ cells: [String]) {
        rows.append(
            columns.indices.map { position in
                let text = position < cells.count ? Self.visible(cells[position]) : ""
                return Self.cut(text, to: columns[position].maximumWidth)
            })
    }

    /// The titles and the rows, each line ended.
    var text: String {
        let lines = [columns.map(\.title)] + rows
        let widths = columns.indices.map { position in lines.map { DisplayWidth.of($0[position]) }.max() ?? 0 }
        return lines.map { line(of: $0, widths: widths) }.joined()
    }

    private func line(of cells: [String], widths: [Int]) -> String {
        let padded = columns.indices.map { position in
            let fill = String(repeating: " ", count: widths[position] - DisplayWidth.of(cells[position]))
            switch columns[position].alignment {
            case .left: return cells[position] + fill
            case .right: return fill + cells[position]
            }
        }
        var line = padded.joined(separator: Self.gap)
        while line.last == " " { line.removeLast() }
        return line + "\n"
    }

    /// The text without what would steer the terminal.
    private static func visible(_ text: String) -> String {
        var visible = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: visible.append("\u{FFFD}")
            default: visible.append((0x202A...0x202E).contains(scalar.value) ? "\u{FFFD}" : scalar)
            }
        }
        return String(visible)
    }

    private static func cut(_ text: String, to width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        var kept = ""
        var taken = 1
        for character in text {
            taken += DisplayWidth.of(character)
            guard taken <= width else { break }
            kept.append(character)
        }
        return kept + "…"
    }
}
