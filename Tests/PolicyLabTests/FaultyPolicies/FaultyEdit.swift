import Testing

/// An edit of the shipped policy that somebody in a hurry might make, and that makes it wrong.
struct FaultyEdit: Sendable, CustomTestStringConvertible {
    /// What whoever made it had in mind, or did not.
    let intention: String
    let file: String
    /// Stands in the file exactly once.
    let old: String
    let new: String
    /// The invariant that it breaks, where an invariant speaks of it and the policy loads at all.
    var breaks: String?
    /// Whether it takes suites that name every root, every title term and every constant to notice it.
    var needsCompleteSuites = false

    var testDescription: String { intention }

    static let all =
        grants + limits + levels + defaults + thresholds + classes + departments + shelves + terms + exceptions
        + constants + sources
}
