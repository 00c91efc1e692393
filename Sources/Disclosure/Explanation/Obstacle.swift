/// The first thing that keeps an activity from a viewer.
public enum Obstacle: String, Sendable, CaseIterable {
    /// The owner has blocked the viewer.
    case blocked
    /// The owner hid the item from this audience.
    case itemSetting
    case returned
    case sharingOff
    /// It was bought before the owner began to share.
    case beforeSharing
    /// No grant gives it, or a limit takes it.
    case rules
    /// The owner did not opt a class in that it belongs to.
    case notOptedIn
    /// The level that the owner chose for this audience.
    case level
    /// What was allowed when the owner agreed.
    case earlierRevision
    /// Too few goods of the catalogue would look alike.
    case fewGoods
    /// Its form would tell what it is.
    case tellingForm
    /// Not shown exactly, and so not as activity of a shop.
    case coarse
    /// The good is not in the catalogue, or is delisted.
    case noGood
    /// Or its form could not be shown when it was released, and can from the next monthly tick on.
    case notYetReleased
    /// It was released before the viewer became a friend.
    case beforeFriendship
    /// It was released with others that a new policy hides, and is held back with them.
    case held
    /// What would be shown is not known.
    case nothingToShow
}
