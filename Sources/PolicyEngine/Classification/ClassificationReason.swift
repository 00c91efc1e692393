public import Domain

/// The class of a good, and what put it there.
public struct ClassificationReason: Sendable, Equatable {
    public let classCode: ClassCode
    /// The node whose subtree decided; nothing when there is none, or when a term raised the class.
    public let root: String?
    /// The term that raised the class, as the policy writes it.
    public let term: String?
    /// Entries of `sources.yaml`; empty for unclassified goods.
    public let because: [String]
}
