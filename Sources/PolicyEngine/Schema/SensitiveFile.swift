import Domain

/// `sensitive.yaml`: classes, the roots of their subtrees, words in titles.
struct SensitiveFile {
    let taxonomyRelease: String
    let classes: ClassDirectory
    let roots: [Root]
    let terms: [Term]

    init?(_ root: SyntaxNode, sources: Set<String>?, _ diagnostics: Diagnostics) {
        guard
            let file = MappingReader(
                root, of: "the file", required: ["taxonomy", "classes", "roots"], optional: ["terms"],
                diagnostics: diagnostics)
        else { return nil }
        taxonomyRelease = file.text("taxonomy") ?? ""
        let classes = ClassDirectory(Self.classes(file, sources))
        self.classes = classes
        roots = Self.roots(file, classes, sources)
        let terms = TermReader(classes: classes, sources: sources, diagnostics: diagnostics)
        self.terms = file.node("terms") == nil ? [] : file.list("terms").compactMap(terms.term)
    }

    private static func classes(_ file: MappingReader, _ sources: Set<String>?) -> [SensitivityClass] {
        var taken: [String: SourceLocation] = [:]
        var classes: [SensitivityClass] = []
        for node in file.list("classes") {
            guard
                let reader = MappingReader(
                    node, of: "a class", required: ["id", "tier", "name", "because"], diagnostics: file.diagnostics)
            else { continue }
            let id = reader.identifier(notIn: taken, of: "class")
            let tier = reader.value("tier", of: .tiers)
            let name = reader.localized("name")
            let because = reader.because(sources)
            guard let id else { continue }
            taken[id] = reader.location
            let place = reader.node("id")?.location ?? reader.location
            let code = ClassCode(name: id)
            if let twin = classes.first(where: { $0.code == code }) {
                file.diagnostics.report(
                    "the class `\(id)` has the same code as `\(twin.id)`", at: place,
                    expected: "another id for one of them")
            }
            if tier == .ordinary, let first = classes.first(where: { $0.tier == .ordinary }) {
                file.diagnostics.report("`\(id)` is a second class of tier `ordinary` beside `\(first.id)`", at: place)
            }
            // A class whose tier cannot be read still exists, so that naming it is no further mistake.
            classes.append(
                SensitivityClass(
                    id: id, code: code, tier: tier ?? .withhold, name: name ?? LocalizedText(en: nil, zh: nil),
                    because: because))
        }
        if !classes.isEmpty, !classes.contains(where: { $0.tier == .ordinary }) {
            file.diagnostics.report("no class has tier `ordinary`", at: file.keyLocation("classes"))
        }
        return classes.sorted { $0.id < $1.id }
    }

    private static func roots(
        _ file: MappingReader, _ classes: ClassDirectory, _ sources: Set<String>?
    ) -> [Root] {
        var taken: [String: SourceLocation] = [:]
        var roots: [Root] = []
        for node in file.list("roots") {
            guard
                let reader = MappingReader(
                    node, of: "a root", required: ["class", "nodes", "because"], diagnostics: file.diagnostics)
            else { continue }
            let sensitivity = reader.text("class").flatMap {
                classes.named($0, at: reader.node("class")?.location ?? reader.location, file.diagnostics)
            }
            let because = reader.because(sources)
            for (word, place) in reader.words("nodes") {
                if let first = taken[word] {
                    file.diagnostics.report("the node `\(word)` is named in line \(first.line) already", at: place)
                    continue
                }
                taken[word] = place
                if let sensitivity { roots.append(Root(node: word, classCode: sensitivity.code, because: because)) }
            }
        }
        return roots.sorted { $0.node < $1.node }
    }
}
