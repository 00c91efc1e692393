import Domain

/// `sensitive.yaml`: classes, the roots of their subtrees, words in titles.
struct SensitiveFile {
    let taxonomyRelease: String
    let classes: ClassDirectory
    let roots: [Root]
    let terms: [Term]
    /// The roots in the order of the file, with the places of their nodes.
    let placedRoots: [(root: Root, location: SourceLocation)]
    /// Where the ids of the classes stand.
    let classPlaces: [String: SourceLocation]

    static let fields: [Field] = [
        .required("taxonomy", .text, "The release of the taxonomy whose ids the roots use."),
        .required("classes", ClassReader.list, "What goods are put into."),
        .required("roots", RootReader.list, "Which subtrees belong to which class."),
        .optional("terms", terms, "Words in titles that raise goods to a stricter class."),
    ]
    static let terms = Shape.list(of: .mapping(TermReader.fields))

    init?(_ root: SyntaxNode, sources: Set<String>?, _ diagnostics: Diagnostics) {
        guard let file = MappingReader(root, of: "the file", Self.fields, diagnostics: diagnostics) else { return nil }
        taxonomyRelease = file.text("taxonomy") ?? ""
        var reader = ClassReader(sources: sources)
        let listed = reader.classes(file)
        if !listed.isEmpty, !listed.contains(where: { $0.tier == .ordinary }) {
            diagnostics.report("no class has tier `ordinary`", at: file.keyLocation("classes"))
        }
        classPlaces = reader.taken
        let classes = ClassDirectory(listed.sorted { $0.id < $1.id })
        self.classes = classes
        placedRoots = RootReader(classes: classes, sources: sources).roots(file)
        roots = placedRoots.map(\.root).sorted { $0.node < $1.node }
        let terms = TermReader(classes: classes, sources: sources, diagnostics: diagnostics)
        self.terms =
            file.node("terms") == nil ? [] : file.list("terms").compactMap(terms.term).sorted { $0.precedes($1) }
    }
}
