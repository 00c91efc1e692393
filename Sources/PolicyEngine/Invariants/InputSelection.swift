public import Domain

/// The inputs that an invariant speaks of: exact sets, where nothing stands for everything.
///
/// Unlike in a rule, an audience is that audience alone. Ages and settings are those of purchases; whatever names one of
/// them speaks of purchases only.
public struct InputSelection: Sendable, Equatable {
    /// States of an owner's settings that have a name.
    public enum Settings: String, Sendable, CaseIterable {
        /// Nothing was ever set.
        case untouched
        /// Sharing was switched on, and nothing else was said.
        case switchedOn
    }

    public var kinds: Set<ActivityKind>?
    public var audiences: Set<Audience>?
    public var classes: Set<ClassCode>?
    public var tiers: Set<Tier>?
    /// Whole months, the upper end not included.
    public var ages: Range<Int>?
    public var minor: Bool?
    public var isPrivate: Bool?
    public var thirdParty: Bool?
    public var settings: Settings?
    public var sharing: Bool?
    public var optedIn: Bool?
    /// Levels chosen for the audience and the tier; nothing for never chosen.
    public var levels: Set<Level?>?
    /// What the owner says of the item: `default`, `hidden`, or the farthest audience.
    public var overrides: Set<String>?
    public var blocked: Bool?

    public init() {}

    /// Whether it names what only purchases have.
    public var isAboutPurchases: Bool {
        ages != nil || settings != nil || sharing != nil || optedIn != nil || levels != nil || overrides != nil
    }
}
