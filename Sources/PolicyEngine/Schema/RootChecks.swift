import Domain

/// Whether the taxonomy has the nodes that roots name.
struct RootChecks {
    let taxonomy: Taxonomy
    let release: String
    let diagnostics: Diagnostics

    func check(_ roots: [(root: Root, location: SourceLocation)]) {
        for (root, place) in roots where taxonomy.category(id: root.node) == nil {
            let near = taxonomy.categories.lazy.map(\.id).filter { isNear($0, root.node) }
            let suggestion = Spelling.nearest(to: root.node, among: near)
            diagnostics.report(
                "the taxonomy has no node `\(root.node)`", at: place,
                expected: suggestion == nil ? "an id of `\(release)`" : nil, suggestion: suggestion)
        }
    }

    /// Whether both are departments or lie in the same one: elsewhere an id that looks alike is about something else.
    private func isNear(_ id: String, _ node: String) -> Bool {
        let (left, right) = (id.split(separator: "-"), node.split(separator: "-"))
        return left.count == 1 && right.count == 1 || left.count > 1 && left.first == right.first
    }
}
