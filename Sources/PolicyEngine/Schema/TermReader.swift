import Domain

/// Reads the entries of `terms:`.
struct TermReader {
    let classes: ClassDirectory
    let sources: Set<String>?
    let diagnostics: Diagnostics

    private typealias Word = (word: String, location: SourceLocation)

    static let fields: [Field] =
        [.required("class", .text, "The class that a hit raises goods to.")] + words + [
            .optional("unless", .mapping(words), "In whose presence a title is not hit."),
            .required("because", .because),
        ]
    private static let words: [Field] = [
        .optional("en", .list(of: .text, mayBeEmpty: true), "Phrases of whole words."),
        .optional("zh", .list(of: .text, mayBeEmpty: true), "Texts that may stand anywhere."),
    ]

    func term(_ node: SyntaxNode) -> Term? {
        placed(node)?.term
    }

    /// A term with the place of its class.
    func placed(_ node: SyntaxNode) -> (term: Term, location: SourceLocation)? {
        guard let reader = MappingReader(node, of: "a term", Self.fields, diagnostics: diagnostics) else { return nil }
        let classPlace = reader.node("class")?.location ?? reader.location
        let sensitivity = reader.text("class").flatMap { classes.named($0, at: classPlace, diagnostics) }
        if let sensitivity, sensitivity.tier == .ordinary {
            diagnostics.report(
                "a term cannot lower goods to the class `\(sensitivity.id)` of tier `ordinary`", at: classPlace)
        }
        let english = phrases(reader, "en")
        let chinese = fragments(reader, "zh")
        if isEmpty(reader.node("en")), isEmpty(reader.node("zh")) {
            diagnostics.report("a term without words", at: reader.location, expected: "`en`, `zh`, or both")
        }
        var exceptions: (english: [Word], chinese: [Word]) = ([], [])
        if let unless = reader.node("unless"),
            let inner = MappingReader(unless, of: "`unless`", Self.words, diagnostics: diagnostics)
        {
            exceptions = (phrases(inner, "en"), fragments(inner, "zh"))
        }
        checkHits(of: english + chinese, english: exceptions.english, chinese: exceptions.chinese)
        let because = reader.because(sources)
        guard let sensitivity else { return nil }
        let term = Term(
            classCode: sensitivity.code, english: english.map(\.word), chinese: chinese.map(\.word),
            exceptEnglish: exceptions.english.map(\.word), exceptChinese: exceptions.chinese.map(\.word),
            because: because)
        return (term, classPlace)
    }

    private func isEmpty(_ node: SyntaxNode?) -> Bool {
        guard let node else { return true }
        if case .sequence(let elements) = node.content { return elements.isEmpty }
        return false
    }

    /// A word that holds one of its own exceptions is never found without it.
    private func checkHits(of words: [Word], english: [Word], chinese: [Word]) {
        for (word, place) in words {
            let text = FoldedText(word)
            let exception =
                english.first { isIn(text, english: [$0.word]) } ?? chinese.first { isIn(text, chinese: [$0.word]) }
            guard let exception else { continue }
            diagnostics.report(
                "the term `\(word)` can never hit: its exception `\(exception.word)` in line "
                    + "\(exception.location.line) is part of it", at: place)
        }
    }

    private func isIn(_ text: FoldedText, english: [String] = [], chinese: [String] = []) -> Bool {
        var matcher = TermMatcher()
        matcher.add(english: english, chinese: chinese, entry: 0)
        return matcher.hits(text)
    }

    /// Shorter words are parts of too many others.
    private func phrases(_ reader: MappingReader, _ key: String) -> [Word] {
        reader.words(key, mayBeEmpty: true).compactMap { word, place in
            let folded = FoldedText(word)
            let letters = folded.words.reduce(0) { $0 + String(decoding: folded.bytes[$1], as: UTF8.self).count }
            guard letters >= 3 else {
                diagnostics.report(
                    "the term `\(word)` is too short", at: place, expected: "at least 3 Latin letters or digits")
                return nil
            }
            return (word, place)
        }
    }

    private func fragments(_ reader: MappingReader, _ key: String) -> [Word] {
        reader.words(key, mayBeEmpty: true).compactMap { word, place in
            guard word.count >= 2 else {
                diagnostics.report("the term `\(word)` is too short", at: place, expected: "at least 2 characters")
                return nil
            }
            return (word, place)
        }
    }
}
