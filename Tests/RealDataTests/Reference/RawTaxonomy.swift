import Foundation

/// The taxonomy as its file has it.
struct RawTaxonomy {
    /// From each node to the one above; nothing at the top.
    let parents: [String: String?]
    let leaves: [String]
    private let names: [String: [String]]
    /// By precision and node.
    private var labels: [String: [String: String]] = [:]

    /// Reads the file, and works out the labels under which goods are shown.
    init(_ policy: RawPolicy) throws {
        var parents: [String: String?] = [:]
        var names: [String: [String]] = [:]
        for row in try RealInput.lines("taxonomy/shopify_categories_en_zh.tsv").dropFirst() {
            parents[row[0]] = .some(row[1].isEmpty ? nil : row[1])
            names[row[0]] = row[3...4].compactMap { $0.components(separatedBy: " > ").last }
        }
        let inner = Set(parents.values.compactMap(\.self))
        self.parents = parents
        self.names = names
        leaves = parents.keys.filter { !inner.contains($0) }.sorted()
        name(policy)
    }

    /// From the top down to the node itself.
    func path(to node: String) -> [String] {
        var path = [node]
        while case .some(.some(let parent)) = parents[path[0]] { path.insert(parent, at: 0) }
        return path
    }

    /// The node under which goods of another are shown; `nil` when none may be.
    func label(of node: String, _ precision: String) -> String? { labels[precision]?[node] }

    /// The class of the nearest root at or above a node.
    func rootClass(of node: String?, _ policy: RawPolicy) -> String {
        guard let node, parents[node] != nil else { return "unknown" }
        return path(to: node).reversed().lazy.compactMap { policy.roots[$0] }.first ?? "unknown"
    }

    /// A label is the node at its depth, or the nearest above it that says nothing stricter than the goods do.
    private mutating func name(_ policy: RawPolicy) {
        var below: [String: [Int]] = [:]
        for leaf in leaves {
            let strictness = policy.strictness(rootClass(of: leaf, policy))
            for node in path(to: leaf) { below[node, default: [0, 0, 0, 0]][strictness] += 1 }
        }
        var known: [String: Bool] = [:]
        for node in parents.keys {
            let (path, name) = (path(to: node), rootClass(of: node, policy))
            for (precision, depth, top) in [("department", 1, 0), ("category", 3, 1)] {
                let start = min(depth, path.count)
                for place in stride(from: start, to: 0, by: -1) where place == start || place > top {
                    let label = path[place - 1]
                    let tells =
                        known["\(label) \(name)"]
                        ?? tells(label, of: name, policy, below[label, default: [0, 0, 0, 0]])
                    known["\(label) \(name)"] = tells
                    if tells { continue }
                    labels[precision, default: [:]][node] = label
                    break
                }
            }
        }
    }

    private func tells(_ label: String, of name: String, _ policy: RawPolicy, _ below: [Int]) -> Bool {
        let own = rootClass(of: label, policy)
        if own != "unknown", policy.isForeign(own, to: name) { return true }
        if below[(policy.strictness(name) + 1)...].reduce(0, +) * 2 > below.reduce(0, +) { return true }
        return (names[label] ?? []).contains { text in
            let parts = text.components(separatedBy: CharacterSet(charactersIn: ",&/;、，／；与和及")).filter { !$0.isEmpty }
            return parts.allSatisfy { policy.names(in: $0).contains { policy.isForeign($0, to: name) } }
        }
    }
}
