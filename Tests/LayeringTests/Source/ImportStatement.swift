/// One `import` of a file.
struct ImportStatement {
    let module: String
    /// Everything before the word `import`, such as `public` and `@_spi(…)`.
    let modifiers: String
    let line: Int
}

extension SourceFile {
    var imports: [ImportStatement] {
        code.enumerated().compactMap { index, line in
            let parts = line.split(whereSeparator: \.isWhitespace)
            guard let word = parts.firstIndex(of: "import"), parts[..<word].allSatisfy(Self.mayPrecedeImport) else {
                return nil
            }
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "typealias", "let", "var"]
            guard let path = parts[(word + 1)...].first(where: { !kinds.contains($0) }) else { return nil }
            return ImportStatement(
                module: path.split(separator: ".").first.map(String.init) ?? "",
                modifiers: parts[..<word].joined(separator: " "), line: index + 1)
        }
    }

    private static func mayPrecedeImport(_ word: Substring) -> Bool {
        word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
    }
}
