public import Domain

/// What an overlay says of itself: who lays it over the policy, and why.
public struct Overlay: Sendable, Equatable {
    public let id: String
    public let title: LocalizedText
    /// Entries of `sources.yaml` or of its own `sources:`.
    public let because: [String]
    /// Why it may disclose more than the policy below it; nothing for one that may only narrow.
    public let reasonToWiden: String?
    /// Where its id stands.
    public let location: SourceLocation
}
