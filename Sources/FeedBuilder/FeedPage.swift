public import Disclosure

/// A page of exposed items.
public struct FeedPage: Encodable, Sendable {
    public let items: [ExposedItem]
    /// Where the next page begins; absent on the last one.
    public let next: String?
    /// Asks later for what was released since; on a first page only.
    public let mark: String?
    /// The revision of the policy that it was made under.
    public let policy: String
}
