/// The first reason for which nothing is seen, as suites write it.
public enum SuiteObstacle: String, CaseIterable, Sendable {
    /// One of the two blocks the other.
    case blocked
    /// The owner keeps this one purchase from the audience.
    case override
    case returned
    case notSharing = "not-sharing"
    /// Bought before sharing was switched on.
    case beforeSharing = "before-sharing"
    case notOptedIn = "not-opted-in"
    /// The owner chose the level `nothing`.
    case level
    /// The policy grants nothing, or a limit takes it.
    case rules
    /// Fewer than k goods fit what would be shown.
    case fewGoods = "few-goods"
    /// What would be shown would tell the class.
    case tellingForm = "telling-form"
    case notYetReleased = "not-yet-released"
    /// Released before the two befriended each other.
    case befriendedLater = "befriended-later"
    /// The good is not sold any more.
    case delisted
}
