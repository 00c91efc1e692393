import Domain

/// `sources.yaml`: what `because:` may name.
struct SourcesFile {
    let sources: [Source]

    init?(_ root: SyntaxNode, _ diagnostics: Diagnostics) {
        guard let file = MappingReader(root, of: "the file", required: ["sources"], diagnostics: diagnostics) else {
            return nil
        }
        var taken: [String: SourceLocation] = [:]
        var sources: [Source] = []
        for node in file.list("sources") {
            guard
                let source = MappingReader(
                    node, of: "a source", required: ["id", "title", "reference", "demands"], diagnostics: diagnostics)
            else { continue }
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
        self.sources = sources.sorted { $0.id < $1.id }
    }
}
