/// What may be claimed of a policy as a whole, under the name by which `holds:` calls it.
public enum PolicyProperty: String, Sendable, CaseIterable {
    /// Every decision and every level tells no more than its fields say.
    case normalForm
    /// The compiled table decides as the rules do, at every age.
    case tableEqualsEvaluator
    /// There is an input for every rule.
    case everyRuleMatches
    /// Without any one rule, some decision would be another.
    case noRuleShadowed
    /// Together, matching grants give what one of them gives.
    case joinIsGrant
    /// A further limit discloses no more, whatever it says.
    case addingALimitNarrows
    /// What was consented to under one revision discloses no more under any other.
    case consentOfOneRevisionIsBounded
    /// What is dated by a bucket comes after the bucket has ended everywhere, at a tick of its size.
    case bucketedTimeIsReleasedLater
    /// Every node of the taxonomy has a class, with a reason.
    case everyNodeClassified
    /// Every root is a node of the taxonomy.
    case everyRootExists
    /// The nearest root at or above a node decides.
    case ancestryDecides
    /// No label that is shown names a stricter class than the goods have, whatever the node, level, kind and audience.
    case labelsNameNothingStricter
    /// No title or brand makes a good less sensitive.
    case termsOnlyRaise
    /// A good without a known category is withheld, whatever its title.
    case unclassifiedIsWithheld
    /// A narrowed setting brings to light only hints that get company by it, and only where they hide among ordinary goods.
    case narrowingOnlyUncoversWhatHides
}
