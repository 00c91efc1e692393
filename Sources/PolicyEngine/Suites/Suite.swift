public import Domain

/// A world of named people, purchases and relations at a fixed moment, with what each viewer must see of each activity.
///
/// Everything that a file says compactly (tables, several moments, viewers named together) is written out here: `cases`
/// holds every pair of activity and viewer that is checked, also those that no line of the file speaks of.
public struct Suite: Sendable {
    /// The sentence that it stands for.
    public let name: String
    /// Where the name stands.
    public let location: SourceLocation
    /// The moment of its matrix; a case may have another one.
    public let now: Instant
    public let people: [Person]
    public let friendships: [Friendship]
    /// Whom each owner calls close.
    public let closeFriends: [Handle: Set<Handle>]
    /// Whom each person blocks.
    public let blocks: [Handle: Set<Handle>]
    /// What owners agreed to; whoever is missing agreed to nothing.
    public let agreements: [Handle: Agreement]
    public let goods: [Good]
    public let activities: [Activity]
    /// In the order of the file.
    public let cases: [Case]
    /// In the order of the file.
    public let classifications: [Classification]
    /// In the order of the file.
    public let bands: [Band]
    /// Nothing where the suite says nothing of tiers.
    public let tiers: TierList?
    /// In the order of `PolicyFigure`.
    public let figures: [Figure]
}
