/// A node of the taxonomy.
public struct Category: Hashable, Sendable {
    /// A small number given at import that stands for the id in sealed facts; never changes, never reused.
    public let number: UInt32
    /// The id of the taxonomy release: `hg-11-6`.
    public let id: String
    public let parentID: String?
    /// The node's own name, the last part of its path.
    public let name: LocalizedText

    public init(number: UInt32, id: String, parentID: String?, name: LocalizedText) {
        self.number = number
        self.id = id
        self.parentID = parentID
        self.name = name
    }
}
