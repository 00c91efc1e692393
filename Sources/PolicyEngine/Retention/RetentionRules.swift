/// How long things are kept; what is older is erased at the daily tick.
///
/// Part of a policy's revision: what it shortens destroys, and what it lengthens keeps what would have been erased.
public struct RetentionRules: Hashable, Sendable {
    /// What can be kept for a time.
    public enum Kind: String, CaseIterable, Sendable {
        /// Since they were made.
        case purchases
        /// Since they happened.
        case visits
        /// Entries of the history of somebody's settings, since they were written.
        case history
        /// Access tokens, since they expired or were revoked.
        case tokens
        /// Backups, since they were made: older ones are not restored, and tombstones need not know them any more.
        case backups
    }

    /// In months of the calendar; what is not listed is kept until it is erased for another reason.
    public let months: [Kind: Int]
    /// Days that pass after the load of a policy that keeps less before it erases anything for it.
    public let graceDays: Int
    /// Entries of `sources.yaml`.
    public let because: [String]

    /// The grace where a policy says nothing of it.
    public static let usualGraceDays = 30

    public init(months: [Kind: Int], graceDays: Int = usualGraceDays, because: [String]) {
        self.months = months
        self.graceDays = graceDays
        self.because = because
    }
}
