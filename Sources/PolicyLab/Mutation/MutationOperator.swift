/// A kind of mistake that a policy's editor could make.
public enum MutationOperator: String, Sendable, CaseIterable, Encodable {
    case dropGrant = "drop-grant"
    case dropLimit = "drop-limit"
    /// A part of a rule's condition is lost.
    case dropCondition = "drop-condition"
    /// A word is lost from, or slips into, a list in a rule's condition.
    case changeList = "change-list"
    /// A field of a grant, limit or level is told one step more finely.
    case widenField = "widen-field"
    /// A field of a grant, limit or level is told one step more coarsely.
    case narrowField = "narrow-field"
    case moveAudience = "move-audience"
    case changeDefault = "change-default"
    case dropRoot = "drop-root"
    /// A root stands one node too high.
    case moveRoot = "move-root"
    /// A root is given to the class of ordinary goods.
    case releaseRoot = "release-root"
    case dropTerm = "drop-term"
    case dropException = "drop-exception"
    case lowerTier = "lower-tier"
    case raiseTier = "raise-tier"
    /// A class is treated as ordinary, so that nobody has to opt it in.
    case dropOptIn = "drop-opt-in"
    case dropMinorRule = "drop-minor-rule"
    case moveEdge = "move-band-edge"
    case changeAge = "change-age"
    case changeSettle = "change-settle"
    /// A threshold is off by one: k, the goods that must look alike, what is telling, the hold of a raise.
    case changeThreshold = "change-threshold"
    case changeLabel = "change-label-depth"
    case changeShop = "change-shop"
}
