/// Which part of a feed is wanted.
public struct PageRequest: Sendable {
    /// The most items that a page may have.
    public static let maximumLimit = 50
    public static let defaultLimit = 20

    public var limit: Int
    public var cursor: String?
    /// A mark of an earlier page: only what was released since is wanted.
    public var since: String?

    /// Whether nothing but the length is asked for.
    public var isFirst: Bool { cursor == nil && since == nil }

    /// Precondition: the limit is from 1 to 50.
    public init(limit: Int = PageRequest.defaultLimit, cursor: String? = nil, since: String? = nil) {
        precondition((1...Self.maximumLimit).contains(limit), "a page has 1 to 50 items")
        self.limit = limit
        self.cursor = cursor
        self.since = since
    }
}
