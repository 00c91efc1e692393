import Domain

/// Reads the entries of `roots:`.
struct RootReader {
    let classes: ClassDirectory
    let sources: Set<String>?

    static let list = Shape.list(of: .mapping(fields))
    private static let fields: [Field] = [
        .required("class", .text, "The class of the subtrees."),
        .required("nodes", .list(of: .text), "Nodes of the taxonomy; the most specific root wins."),
        .required("because", .because, "Entries of `sources.yaml`."),
    ]

    /// The roots of the file with the places of their nodes; a node that is named twice is reported.
    func roots(_ file: MappingReader) -> [(root: Root, location: SourceLocation)] {
        var taken: [String: SourceLocation] = [:]
        var roots: [(root: Root, location: SourceLocation)] = []
        for node in file.list("roots") {
            guard let reader = MappingReader(node, of: "a root", Self.fields, diagnostics: file.diagnostics) else {
                continue
            }
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
                guard let sensitivity else { continue }
                roots.append((Root(node: word, classCode: sensitivity.code, because: because), place))
            }
        }
        return roots
    }
}
