import Domain

extension MappingReader {
    /// An id in kebab-case that nothing before it has.
    func identifier(notIn taken: [String: SourceLocation], of what: String) -> String? {
        guard let id = text("id") else { return nil }
        let place = node("id")?.location ?? location
        let words = id.split(separator: "-", omittingEmptySubsequences: false)
        // What YAML reads as a truth value or as nothing names nothing.
        let isWellFormed =
            !["true", "false", "null"].contains(id) && id.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
            && words.allSatisfy { word in
                !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
            }
        guard isWellFormed else {
            diagnostics.report(
                "the id `\(id)` is not in kebab-case", at: place,
                expected: "lower-case letters and digits, joined by hyphens")
            return nil
        }
        if let first = taken[id] {
            let elsewhere = first.file == place.file ? "" : " of `\(first.file)`"
            diagnostics.report(
                "the id `\(id)` is taken by the \(what) in line \(first.line)\(elsewhere)", at: place)
            return nil
        }
        return id
    }

    /// The entries of `sources.yaml` that are given as the reason; unchecked when the sources could not be read.
    func because(_ sources: Set<String>?) -> [String] {
        words("because").map { word, place in
            if let sources, !sources.contains(word) {
                diagnostics.report(
                    "unknown source `\(word)`", at: place, suggestion: Spelling.nearest(to: word, among: sources))
            }
            return word
        }
    }

    /// A text in both languages.
    func localized(_ key: String) -> LocalizedText? {
        guard let node = node(key),
            let reader = MappingReader(
                node, of: "`\(key)`", [.required("en", .text), .required("zh", .text)], diagnostics: diagnostics)
        else { return nil }
        return LocalizedText(en: reader.text("en"), zh: reader.text("zh"))
    }
}
