import Domain

/// Reads the entries of `terms:`.
struct TermReader {
    let classes: ClassDirectory
    let sources: Set<String>?
    let diagnostics: Diagnostics

    func term(_ node: SyntaxNode) -> Term? {
        guard
            let reader = MappingReader(
                node, of: "a term", required: ["class", "because"], optional: ["en", "zh", "unless"],
                diagnostics: diagnostics)
        else { return nil }
        let classPlace = reader.node("class")?.location ?? reader.location
        let sensitivity = reader.text("class").flatMap { classes.named($0, at: classPlace, diagnostics) }
        if let sensitivity, sensitivity.tier == .ordinary {
            diagnostics.report(
                "a term cannot lower goods to the class `\(sensitivity.id)` of tier `ordinary`", at: classPlace)
        }
        let english = phrases(reader, "en")
        let chinese = fragments(reader, "zh")
        if reader.node("en") == nil, reader.node("zh") == nil {
            diagnostics.report("a term without words", at: reader.location, expected: "`en`, `zh`, or both")
        }
        var exceptions: (english: [String], chinese: [String]) = ([], [])
        if let unless = reader.node("unless"),
            let inner = MappingReader(
                unless, of: "`unless`", required: [], optional: ["en", "zh"], diagnostics: diagnostics)
        {
            exceptions = (phrases(inner, "en"), fragments(inner, "zh"))
        }
        let because = reader.because(sources)
        guard let sensitivity else { return nil }
        return Term(
            classCode: sensitivity.code, english: english, chinese: chinese, exceptEnglish: exceptions.english,
            exceptChinese: exceptions.chinese, because: because)
    }

    /// Shorter words are parts of too many others.
    private func phrases(_ reader: MappingReader, _ key: String) -> [String] {
        reader.words(key, mayBeEmpty: true).compactMap { word, place in
            let folded = FoldedText(word)
            let letters = folded.words.reduce(0) { $0 + String(decoding: folded.bytes[$1], as: UTF8.self).count }
            guard letters >= 3 else {
                diagnostics.report(
                    "the term `\(word)` is too short", at: place, expected: "at least 3 Latin letters or digits")
                return nil
            }
            return word
        }
    }

    private func fragments(_ reader: MappingReader, _ key: String) -> [String] {
        reader.words(key, mayBeEmpty: true).compactMap { word, place in
            guard word.count >= 2 else {
                diagnostics.report("the term `\(word)` is too short", at: place, expected: "at least 2 characters")
                return nil
            }
            return word
        }
    }
}
