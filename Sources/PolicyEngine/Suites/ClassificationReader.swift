import Domain

/// Reads `classifies:`: many goods of one class in an entry.
///
/// `categories` are goods without a telling title, `roots` are categories that decide themselves, `titles` stand in the
/// shelves of `in`, and `terms` are titles that decide themselves.
struct ClassificationReader {
    private static let lists = ["categories", "roots", "titles", "terms"]

    static let fields: [Field] =
        [.required("class", .text, "A class of `sensitive.yaml`, or `\(SuiteVocabulary.unclassified)`.")]
        + lists.map { .optional($0, .oneOrMore(of: .text)) } + [
            .optional("in", .oneOrMore(of: .text), "The shelves in which titles stand."),
            .optional("brand", .text),
            .optional("by", .text, "The root or the word that decides."),
        ]

    let vocabulary: SuiteVocabulary

    func classifications(_ file: MappingReader) -> [Suite.Classification] {
        guard file.node("classifies") != nil else { return [] }
        var seen: [Key: SourceLocation] = [:]
        return file.list("classifies").flatMap { node in
            entry(node).filter { found in
                let key = Key(category: found.category, title: found.title, brand: found.brand)
                guard let first = seen[key] else {
                    seen[key] = found.location
                    return true
                }
                vocabulary.diagnostics.report(
                    "the class of \(found.name) is expected in line \(first.line) already", at: found.location)
                return false
            }
        }
    }

    private struct Key: Hashable {
        let category: String?
        let title: LocalizedText
        let brand: String?
    }

    private func entry(_ node: SyntaxNode) -> [Suite.Classification] {
        let diagnostics = vocabulary.diagnostics
        guard
            let reader = MappingReader(node, of: "a classification", Self.fields, diagnostics: diagnostics)
        else { return [] }
        let classPlace = reader.node("class")?.location ?? reader.location
        guard let word = reader.text("class"), let code = vocabulary.classCode(word, at: classPlace) else { return [] }
        guard Self.lists.contains(where: { reader.node($0) != nil }) else {
            diagnostics.report(
                "a classification without goods", at: reader.location,
                expected: "one of \(MappingReader.list(Self.lists))")
            return []
        }
        let brand = reader.text("brand")
        let by = reader.text("by")
        let mayLack = code == .unknown
        func found(
            _ category: String?, _ title: LocalizedText, _ by: String?, _ place: SourceLocation
        ) -> Suite.Classification {
            Suite.Classification(
                location: place, category: category, title: title, brand: brand, classCode: code, by: by)
        }
        let untitled = LocalizedText(en: nil, zh: nil)
        var entries: [Suite.Classification] = []
        for key in ["categories", "roots"] {
            for (id, place) in reader.texts(key) where mayLack || vocabulary.category(id, at: place) != nil {
                entries.append(found(id, untitled, key == "roots" ? id : by, place))
            }
        }
        let shelves = shelves(reader, mayLack: mayLack)
        for key in ["titles", "terms"] {
            for (text, place) in reader.texts(key) {
                for shelf in shelves {
                    entries.append(
                        found(shelf, LocalizedText(ofEitherLanguage: text), key == "terms" ? text : by, place))
                }
            }
        }
        return entries
    }

    /// The categories in which titles stand; none at all only where goods must stay unclassified.
    private func shelves(_ reader: MappingReader, mayLack: Bool) -> [String?] {
        let needsShelf = reader.node("titles") != nil || reader.node("terms") != nil
        guard reader.node("in") != nil else {
            if needsShelf, !mayLack {
                vocabulary.diagnostics.report(
                    "titles without a shelf stay unclassified", at: reader.location, expected: "`in`")
                return []
            }
            return [nil]
        }
        if !needsShelf {
            vocabulary.diagnostics.report("`in` has no titles to stand in it", at: reader.keyLocation("in"))
        }
        return reader.texts("in").compactMap { id, place in
            mayLack ? id : vocabulary.category(id, at: place)
        }
    }
}
