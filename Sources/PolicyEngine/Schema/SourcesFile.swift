import Domain

/// `sources.yaml`: what `because:` may name.
struct SourcesFile {
    let sources: [Source]
    /// Where they stand.
    let places: [String: SourceLocation]

    static let fields: [Field] = [.required("sources", list)]
    static let list = Shape.list(of: .mapping(source))
    private static let source: [Field] = [
        .required("id", .identifier, "What a `because:` names."), .required("title", .text),
        .required("reference", .text, "Where to read it."),
        .required("demands", .localized, "What it asks for, in a sentence."),
    ]

    init?(_ root: SyntaxNode, _ diagnostics: Diagnostics) {
        guard let file = MappingReader(root, of: "the file", Self.fields, diagnostics: diagnostics) else { return nil }
        var taken: [String: SourceLocation] = [:]
        sources = Self.sources(file, &taken).sorted { $0.id < $1.id }
        places = taken
    }

    /// The entries of `sources:`, with ids that nothing before them has.
    static func sources(_ file: MappingReader, _ taken: inout [String: SourceLocation]) -> [Source] {
        var sources: [Source] = []
        for node in file.list("sources") {
            guard let source = MappingReader(node, of: "a source", Self.source, diagnostics: file.diagnostics) else {
                continue
            }
            let id = source.identifier(notIn: taken, of: "source")
            let title = source.text("title")
            let reference = source.text("reference")
            let demands = source.localized("demands")
            guard let id else { continue }
            taken[id] = source.location
            sources.append(
                Source(
                    id: id, title: title ?? "", reference: reference ?? "",
                    demands: demands ?? .init(en: nil, zh: nil)))
        }
        return sources
    }
}
