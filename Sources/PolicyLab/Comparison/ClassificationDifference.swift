/// A subtree of the taxonomy that belongs to another class than before.
public struct ClassificationDifference: Sendable, Codable, Hashable {
    public let direction: Direction
    /// The highest node.
    public let node: String
    /// The names from the top down to the node, in English where there is one.
    public let path: String
    /// How many nodes below it and with it changed in the same way; where they did not, they are told of on their own.
    public let nodes: Int
    public let classBefore: String
    public let tierBefore: String
    public let classAfter: String
    public let tierAfter: String
    /// Why it goes that way, where that is not plain.
    public let note: String?

    var text: String {
        let place = path.isEmpty ? "`\(node)`" : "`\(node)` \(path)"
        return "\(direction.rawValue): \(place), \(Phrase.count(nodes, "node")): "
            + "\(classBefore) (\(tierBefore)) -> \(classAfter) (\(tierAfter))" + (note.map { "; \($0)" } ?? "")
    }
}
