/// The taxonomy as its file has it.
struct RawTaxonomy {
    /// From each node to the one above; nothing at the top.
    let parents: [String: String?]
    let leaves: [String]

    init() throws {
        var parents: [String: String?] = [:]
        for row in try RealInput.lines("taxonomy/shopify_categories_en_zh.tsv").dropFirst() {
            parents[row[0]] = .some(row[1].isEmpty ? nil : row[1])
        }
        let inner = Set(parents.values.compactMap(\.self))
        self.parents = parents
        leaves = parents.keys.filter { !inner.contains($0) }.sorted()
    }

    /// From the top down to the node itself.
    func path(to node: String) -> [String] {
        var path = [node]
        while case .some(.some(let parent)) = parents[path[0]] { path.insert(parent, at: 0) }
        return path
    }

    func label(of node: String, _ precision: String) -> String {
        let path = path(to: node)
        return path[min(path.count, precision == "department" ? 1 : 3) - 1]
    }

    /// The class of the nearest root at or above a node.
    func rootClass(of node: String?, _ policy: RawPolicy) -> String {
        guard let node, parents[node] != nil else { return "unknown" }
        return path(to: node).reversed().lazy.compactMap { policy.roots[$0] }.first ?? "unknown"
    }
}
