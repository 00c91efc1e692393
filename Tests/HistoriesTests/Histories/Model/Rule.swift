/// The promises that the model knows.
public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// A purchase that was deleted, erased, or given to another buyer is not shown as it was.
    case gone
    case sharingOff, beforeSince, minorNow, boughtAsMinor, boughtPrivately, returned
    case blocked
    /// The visibility that the owner chose for the purchase.
    case word
    case withheldClass, notOptedIn, level
    /// A level or a policy admits the purchase, but not in so fine a form.
    case precision
    /// Something is shown before its bucket has ended.
    case release
    /// A new friend sees what was released before the friendship.
    case newFriend
    /// Somebody who was unblocked sees what was released before that.
    case unblocked
    /// A step that widens nothing made something visible, or visible in a finer form.
    case widensByItself
    /// The owner's own list of purchases contradicts what was acknowledged: that one was returned, or who may see it.
    case ledgerStatus, ledgerWord
    /// The owner's settings contradict what was acknowledged.
    case settings
    /// A shop's badge tells of a purchase that is not shown exactly.
    case badge
    /// A delisted good is in a shop's window.
    case delisted
    /// An item is shown that no purchase explains.
    case unexplained
    /// The service failed.
    case failure
}

/// A promise that was broken, and how.
public struct Violation: Hashable, Sendable {
    public let rule: Rule
    /// The position of the step after which it was noticed.
    public let step: Int
    public let sentence: String
}
