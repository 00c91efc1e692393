public import Disclosure

/// Why a page cannot be given.
public enum FeedError: Error, Sendable {
    /// Forged, foreign, or made for something else.
    case invalidCursor
    case invalidMark
    case vault(VaultError)
}
