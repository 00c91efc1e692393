/// The first reason for which nothing is seen, as suites write it.
public enum SuiteObstacle: String, CaseIterable, Sendable {
    /// The owner blocks the viewer.
    case blocked
    /// The owner keeps this one item from the audience.
    case itemSetting = "item-setting"
    case returned
    case sharingOff = "sharing-off"
    /// Bought before sharing was switched on.
    case beforeSharing = "before-sharing"
    /// The policy grants nothing, or a limit takes it.
    case rules
    case notOptedIn = "not-opted-in"
    /// The level that the owner chose for the audience.
    case level
    /// What the policy allowed when the owner agreed.
    case earlierRevision = "earlier-revision"
    /// Fewer than k goods fit what would be shown.
    case fewGoods = "few-goods"
    /// What would be shown would tell the class.
    case tellingForm = "telling-form"
    /// Not shown exactly, and so not as something done in the open.
    case coarse
    /// The good is not in the catalogue, or not sold any more.
    case noGood = "no-good"
    case notYetReleased = "not-yet-released"
    /// Released before the viewer became a friend.
    case beforeFriendship = "before-friendship"
    /// Held back with others that a new policy hides.
    case held
    /// What would be shown is not known.
    case nothingToShow = "nothing-to-show"
}
