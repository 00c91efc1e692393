/// What a keyed digest is for.
///
/// Each purpose has a key of its own; the names stand for ever.
public enum DigestPurpose: String, Sendable, CaseIterable {
    /// An access token, as it is looked up.
    case token
    /// The number of a feed item, as it is shown.
    case itemID
    /// The order of items that are otherwise equal.
    case tie
    /// What a cursor was made for.
    case cursorBinding
    /// What tells one installation from another, in backups and certificates.
    case installation
    /// The noise of released counts, sticky for its epoch.
    case noise
}
