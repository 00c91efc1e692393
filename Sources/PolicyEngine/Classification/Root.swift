public import Domain

/// A node of the taxonomy whose subtree belongs to a class, save for roots below it.
public struct Root: Sendable, Equatable {
    /// The id of the node in the taxonomy release.
    public let node: String
    public let classCode: ClassCode
    /// Entries of `sources.yaml`.
    public let because: [String]

    public init(node: String, classCode: ClassCode, because: [String]) {
        self.node = node
        self.classCode = classCode
        self.because = because
    }
}
