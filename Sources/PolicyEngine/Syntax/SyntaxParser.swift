import Yams

/// Reads YAML into nodes with places, and refuses what a policy has no use for.
struct SyntaxParser {
    let file: SourceFile
    let diagnostics: Diagnostics

    /// The root of the only document, or nothing after a mistake was reported.
    func parse() -> SyntaxNode? {
        do {
            // Yams hands libyaml a pointer to the text; up to 15 bytes live in the string value itself, which moves.
            let text = file.text.utf8.count < 16 ? file.text + String(repeating: "\n", count: 16) : file.text
            let parser = try Parser(yaml: text, encoding: .utf8)
            return try withExtendedLifetime(parser) {
                guard let root = try parser.singleRoot(), !isEmpty(root) else {
                    report("the file is empty", line: 1, column: 1)
                    return nil
                }
                return convert(root)
            }
        } catch let error as YamlError {
            report(error)
        } catch {
            report("the file cannot be read as YAML", line: 1, column: 1)
        }
        return nil
    }

    private func isEmpty(_ node: Node) -> Bool {
        if case .scalar(let scalar) = node { return scalar.string.isEmpty }
        return false
    }

    private func convert(_ node: Node) -> SyntaxNode? {
        let place = location(node.mark)
        switch node {
        case .alias:
            diagnostics.report("aliases are not used in policies", at: place)
            return nil
        case .scalar(let scalar):
            _ = check(scalar.anchor, place)
            return SyntaxNode(
                content: .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any),
                location: place)
        case .sequence(let sequence):
            guard check(sequence.anchor, place) else { return nil }
            return SyntaxNode(content: .sequence(sequence.compactMap(convert)), location: place)
        case .mapping(let mapping):
            guard check(mapping.anchor, place) else { return nil }
            return SyntaxNode(content: .mapping(entries(mapping)), location: place)
        }
    }

    private func entries(_ mapping: Node.Mapping) -> [SyntaxNode.Entry] {
        var entries: [SyntaxNode.Entry] = []
        for (key, value) in mapping {
            let place = location(key.mark)
            guard let name = key.scalar?.string else {
                diagnostics.report("a key must be a word", at: place)
                continue
            }
            if entries.contains(where: { $0.key == name }) {
                diagnostics.report("the key `\(name)` comes twice", at: place)
                continue
            }
            guard let value = convert(value) else { continue }
            entries.append(SyntaxNode.Entry(key: name, keyLocation: place, value: value))
        }
        return entries
    }

    /// Anchors are refused where they stand.
    ///
    /// What lies in an anchored list or mapping is not read, so that a small file
    /// whose aliases multiply it cannot become a large one.
    private func check(_ anchor: Anchor?, _ place: SourceLocation) -> Bool {
        guard let anchor else { return true }
        diagnostics.report(
            "the anchor `\(anchor.rawValue)` is not used in policies", at: place, expected: "the value where it belongs"
        )
        return false
    }

    private func location(_ mark: Mark?) -> SourceLocation {
        SourceLocation(file: file.name, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    private func report(_ message: String, line: Int, column: Int) {
        diagnostics.report(message, at: SourceLocation(file: file.name, line: line, column: column))
    }

    private func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            report(problem, line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.map { "`\($0)`" }.joined(separator: " and ")
            report("the key \(names) comes twice", line: context.mark.line, column: context.mark.column)
        case .reader(let problem, let offset, _, let yaml):
            let before = yaml.prefix(offset ?? 0)
            let line = before.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            report(problem, line: line.count, column: (line.last?.unicodeScalars.count ?? 0) + 1)
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            report("the file cannot be read as YAML", line: 1, column: 1)
        }
    }
}
