public import Domain

/// Everything about one activity and one viewer that a rule may read.
///
/// Sensitivity: personal as soon as it is made from somebody's record; never logged.
public struct DecisionFacts: Hashable, Sendable {
    public var kind: ActivityKind
    public var audience: Audience
    /// The stricter of the class at purchase and the class now.
    public var classCode: ClassCode
    /// Whole months since the end of the purchase's month; 0 for anything but purchases.
    public var ageInMonths: Int
    /// Whether it happened while the owner was a minor.
    public var minor: Bool
    /// Whether it happened in private mode.
    public var isPrivate: Bool
    /// Whether the subject is a third party: a buyer in somebody else's shop, the receiver of a gift.
    public var thirdParty: Bool

    /// Whether there can be such an activity: only purchases age, are made in private mode, and concern third parties.
    public var arePossible: Bool {
        kind == .purchase || ageInMonths == 0 && !isPrivate && !thirdParty
    }

    public init(
        kind: ActivityKind, audience: Audience, classCode: ClassCode, ageInMonths: Int = 0, minor: Bool = false,
        isPrivate: Bool = false, thirdParty: Bool = false
    ) {
        self.kind = kind
        self.audience = audience
        self.classCode = classCode
        self.ageInMonths = ageInMonths
        self.minor = minor
        self.isPrivate = isPrivate
        self.thirdParty = thirdParty
    }
}
