public import Domain

/// What must hold for a rule to match: every part that is given.
public struct Condition: Hashable, Sendable {
    /// The kinds it is about; nothing for all.
    public var kinds: Set<ActivityKind>?
    /// In a grant this audience and closer, in a limit this audience and farther; nothing for all.
    public var audience: Audience?
    /// The classes it is about; nothing for all.
    public var classes: Set<ClassCode>?
    /// The tiers it is about; nothing for all.
    public var tiers: Set<Tier>?
    /// Whole months since the end of the purchase's month, from which on it holds.
    public var minimumAge: Int?
    /// Whether it holds for purchases made as a minor only.
    public var minor: Bool
    /// Whether it holds for purchases made in private mode only.
    public var isPrivate: Bool
    /// Whether it holds where the subject is a third party only.
    public var thirdParty: Bool

    public init(
        kinds: Set<ActivityKind>? = nil, audience: Audience? = nil, classes: Set<ClassCode>? = nil,
        tiers: Set<Tier>? = nil, minimumAge: Int? = nil, minor: Bool = false, isPrivate: Bool = false,
        thirdParty: Bool = false
    ) {
        self.kinds = kinds
        self.audience = audience
        self.classes = classes
        self.tiers = tiers
        self.minimumAge = minimumAge
        self.minor = minor
        self.isPrivate = isPrivate
        self.thirdParty = thirdParty
    }
}
