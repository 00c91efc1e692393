import Domain

extension MappingReader {
    /// The entries of a mapping whose keys are names; none when there is no such key.
    func entries(_ key: String, of what: String) -> [SyntaxNode.Entry] {
        guard let node = node(key) else { return [] }
        return Self.entries(node, named: key, of: what, diagnostics)
    }

    static func entries(
        _ node: SyntaxNode, named key: String, of what: String, _ diagnostics: Diagnostics
    ) -> [SyntaxNode.Entry] {
        guard case .mapping(let entries) = node.content, !entries.isEmpty else {
            diagnostics.report(
                "`\(key)` cannot be \(isEmptyMapping(node) ? "empty" : node.description)", at: node.location,
                expected: "a mapping of \(what)")
            return []
        }
        return entries
    }

    /// Texts of a list, or one text; nothing when there is no such key.
    func texts(_ key: String) -> [(word: String, location: SourceLocation)] { oneOrMore(key) ?? [] }

    private static func isEmptyMapping(_ node: SyntaxNode) -> Bool {
        if case .mapping(let entries) = node.content { return entries.isEmpty }
        return false
    }
}

extension MappingReader {
    /// The words that an entry of a named mapping lists.
    func words(of entry: SyntaxNode.Entry) -> [(word: String, location: SourceLocation)] {
        switch entry.value.content {
        case .sequence(let nodes) where !nodes.isEmpty: return words(in: nodes, named: entry.key)
        case .scalar(let word, _) where !word.isEmpty: return [(word, entry.value.location)]
        default:
            diagnostics.report(
                "`\(entry.key)` cannot be \(entry.value.description)", at: entry.value.location,
                expected: "a name or a list of names")
            return []
        }
    }
}
