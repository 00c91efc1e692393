public import Disclosure
public import PolicyEngine

/// One input of the decision space: an activity, a viewer, and what the owner has set.
public struct ProofInput: Sendable, Hashable {
    public var facts: DecisionFacts
    /// Whether purchases are shared at all.
    public var sharing: Bool
    /// Whether the class of the item is opted in.
    public var isOptedIn: Bool
    /// The level chosen for the audience and the tier of the class; nothing when none was ever chosen.
    public var level: Level?
    /// What the owner says of this item.
    public var visibility: ItemVisibility
    /// Whether the owner has blocked the viewer.
    public var isBlocked: Bool
}
