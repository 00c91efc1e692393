import Domain
import PolicyEngine

/// The taxonomy by its ids alone: parents and nearest roots, worked out apart from the classifier.
struct ProofTree {
    /// From the top down to the node itself, by position in the taxonomy.
    let paths: [[Int]]
    let leaves: [Int]
    /// The root at or above each node that is nearest to it.
    let roots: [Root?]

    init(taxonomy: Taxonomy, policy: Policy) {
        let categories = taxonomy.categories
        let positions = Dictionary(categories.indices.map { (categories[$0].id, $0) }) { first, _ in first }
        let parents = categories.map { $0.parentID.flatMap { positions[$0] } }
        paths = categories.indices.map { node in
            var path = [node]
            var next = parents[node]
            while let parent = next, path.count <= categories.count {
                path.append(parent)
                next = parents[parent]
            }
            return path.reversed()
        }
        var isInner = [Bool](repeating: false, count: categories.count)
        for parent in parents.compactMap({ $0 }) { isInner[parent] = true }
        leaves = categories.indices.filter { !isInner[$0] }
        let rootByNode = Dictionary(policy.roots.map { ($0.node, $0) }) { first, _ in first }
        roots = paths.map { path in path.reversed().lazy.compactMap { rootByNode[categories[$0].id] }.first }
    }

    /// The ancestor of a node at a depth, or the node itself when it lies no deeper; the top is 1.
    func ancestor(of node: Int, depth: Int) -> Int {
        paths[node][min(depth, paths[node].count) - 1]
    }
}
