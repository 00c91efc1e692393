import Domain

/// Reads a mapping of known keys into typed values, reporting everything that is not as it should be.
struct MappingReader {
    let location: SourceLocation
    let diagnostics: Diagnostics
    private let entries: [SyntaxNode.Entry]
    /// By key.
    private var shapes: [String: Shape] = [:]

    /// Nothing when the node is no mapping.
    ///
    /// Unknown and missing keys are reported here.
    private init?(
        _ node: SyntaxNode, of what: String, noun: String, required: [String], optional: [String],
        diagnostics: Diagnostics
    ) {
        guard case .mapping(let entries) = node.content else {
            diagnostics.report(
                "\(what) cannot be \(node.description)", at: node.location,
                expected: "a mapping of \(Self.list(required + optional))")
            return nil
        }
        let known = required + optional
        for entry in entries where !known.contains(entry.key) {
            let suggestion = Spelling.nearest(to: entry.key, among: known)
            diagnostics.report(
                "unknown \(noun) `\(entry.key)` in \(what)", at: entry.keyLocation,
                expected: suggestion == nil ? "one of \(Self.list(known))" : nil, suggestion: suggestion)
        }
        for key in required where !entries.contains(where: { $0.key == key }) {
            diagnostics.report("missing \(noun) `\(key)` in \(what)", at: node.location)
        }
        location = node.location
        self.diagnostics = diagnostics
        self.entries = entries
    }

    /// Nothing when the node is no mapping; the keys are those of the fields.
    init?(
        _ node: SyntaxNode, of what: String, noun: String = "key", _ fields: [Field], diagnostics: Diagnostics
    ) {
        self.init(
            node, of: what, noun: noun, required: fields.filter(\.isRequired).map(\.key),
            optional: fields.filter { !$0.isRequired }.map(\.key), diagnostics: diagnostics)
        for field in fields {
            guard let other = field.requiredBeside, self.node(other) != nil, self.node(field.key) == nil else {
                continue
            }
            diagnostics.report("missing \(noun) `\(field.key)` in \(what)", at: location)
        }
        shapes = Dictionary(fields.map { ($0.key, $0.shape) }) { first, _ in first }
    }

    static func list(_ words: [String]) -> String {
        words.map { "`\($0)`" }.joined(separator: ", ")
    }

    func node(_ key: String) -> SyntaxNode? {
        entries.first { $0.key == key }?.value
    }

    func keyLocation(_ key: String) -> SourceLocation {
        entries.first { $0.key == key }?.keyLocation ?? location
    }

    /// A text that is not empty.
    func text(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let text, _) = node.content, !text.isEmpty else {
            diagnostics.report("`\(key)` cannot be \(node.description)", at: node.location, expected: "a text")
            return nil
        }
        return text
    }

    /// A whole number in the range that the field says.
    func integer(_ key: String) -> Int? {
        guard case .integer(let range)? = shapes[key] else {
            preconditionFailure("`\(key)` is read as a number without being described as one")
        }
        return integer(key, in: range)
    }

    func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let node = node(key) else { return nil }
        return integer(node, named: key, in: range)
    }

    func integer(_ node: SyntaxNode, named name: String, in range: ClosedRange<Int>) -> Int? {
        guard case .scalar(let text, isPlain: true) = node.content, let value = Int(text), range.contains(value) else {
            diagnostics.report(
                "`\(name)` cannot be \(node.description)", at: node.location,
                expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return value
    }

    /// Whether a flag is given; it can only be `true`, as leaving it away says the rest.
    func flag(_ key: String) -> Bool {
        guard let node = node(key) else { return false }
        guard case .scalar("true", isPlain: true) = node.content else {
            diagnostics.report(
                "`\(key)` cannot be \(node.description)", at: node.location, expected: "`true`, or no such key")
            return false
        }
        return true
    }

    /// `true` or `false`; nothing when there is no such key.
    func boolean(_ key: String) -> Bool? {
        guard let node = node(key) else { return nil }
        switch node.content {
        case .scalar("true", isPlain: true): return true
        case .scalar("false", isPlain: true): return false
        default:
            diagnostics.report(
                "`\(key)` cannot be \(node.description)", at: node.location, expected: "`true` or `false`")
            return nil
        }
    }

    /// A list that is not empty.
    func list(_ key: String) -> [SyntaxNode] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let elements) = node.content, !elements.isEmpty else {
            diagnostics.report(
                "`\(key)` cannot be \(emptyOr(node))", at: node.location, expected: "a list with something in it")
            return []
        }
        return elements
    }

    /// A list of words; an empty one is a mistake unless it is allowed.
    func words(_ key: String, mayBeEmpty: Bool = false) -> [(word: String, location: SourceLocation)] {
        if mayBeEmpty, case .sequence(let elements)? = node(key)?.content, elements.isEmpty { return [] }
        return words(in: list(key), named: key)
    }

    /// One word or a list of words; nothing when there is no such key.
    func oneOrMore(_ key: String) -> [(word: String, location: SourceLocation)]? {
        guard let node = node(key) else { return nil }
        if case .scalar(let text, _) = node.content, !text.isEmpty { return [(text, node.location)] }
        return words(key)
    }

    func value<Value>(_ key: String, of vocabulary: Vocabulary<Value>) -> Value? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let word, _) = node.content else {
            diagnostics.report(
                "`\(key)` cannot be \(node.description)", at: node.location,
                expected: "one of \(Self.list(vocabulary.words.map(\.word)))")
            return nil
        }
        return value(of: word, at: node.location, in: vocabulary)
    }

    /// The values that one or more words stand for; nothing when there is no such key.
    func values<Value: Hashable>(_ key: String, of vocabulary: Vocabulary<Value>) -> Set<Value>? {
        guard let words = oneOrMore(key) else { return nil }
        return Set(words.compactMap { value(of: $0.word, at: $0.location, in: vocabulary) })
    }

    private func value<Value>(of word: String, at place: SourceLocation, in vocabulary: Vocabulary<Value>) -> Value? {
        if let value = vocabulary.value(of: word) { return value }
        let words = vocabulary.words.map(\.word)
        let suggestion = Spelling.nearest(to: word, among: words)
        diagnostics.report(
            "unknown \(vocabulary.noun) `\(word)`", at: place,
            expected: suggestion == nil ? "one of \(Self.list(words))" : nil, suggestion: suggestion)
        return nil
    }

    func words(in nodes: [SyntaxNode], named key: String) -> [(word: String, location: SourceLocation)] {
        var words: [(word: String, location: SourceLocation)] = []
        for node in nodes {
            guard case .scalar(let word, _) = node.content, !word.isEmpty else {
                diagnostics.report("`\(key)` cannot hold \(node.description)", at: node.location, expected: "a word")
                continue
            }
            if words.contains(where: { $0.word == word }) {
                diagnostics.report("`\(word)` comes twice in `\(key)`", at: node.location)
                continue
            }
            words.append((word, node.location))
        }
        return words
    }

    private func emptyOr(_ node: SyntaxNode) -> String {
        if case .sequence(let elements) = node.content, elements.isEmpty { return "an empty list" }
        return node.description
    }
}
