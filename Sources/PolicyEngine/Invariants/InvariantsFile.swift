import Domain

/// `invariants.yaml`: what must hold for all inputs.
struct InvariantsFile {
    let invariants: [Invariant]

    init?(
        _ root: SyntaxNode, classes: ClassDirectory?, sources: Set<String>?, levels: Levels?,
        _ diagnostics: Diagnostics
    ) {
        guard let file = MappingReader(root, of: "the file", required: ["invariants"], diagnostics: diagnostics) else {
            return nil
        }
        if case .sequence(let nodes)? = file.node("invariants")?.content, nodes.isEmpty {
            invariants = []
            return
        }
        let reader = InvariantReader(classes: classes, sources: sources, levels: levels, diagnostics: diagnostics)
        var taken: [String: SourceLocation] = [:]
        invariants = file.list("invariants").compactMap { reader.invariant($0, &taken) }
    }
}
