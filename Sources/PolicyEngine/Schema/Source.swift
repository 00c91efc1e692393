public import Domain

/// What a rule may give as its reason: a law, a paper, a promise.
public struct Source: Sendable, Equatable {
    public let id: String
    public let title: String
    public let reference: String
    /// What it asks for, in a sentence.
    public let demands: LocalizedText
}
