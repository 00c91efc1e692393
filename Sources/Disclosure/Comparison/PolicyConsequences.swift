public import Domain

/// How many people and items another policy would touch.
///
/// Counts only, and exact ones: for the operator, never for anybody else.
public struct PolicyConsequences: Sendable, Equatable {
    /// What would change for one audience, in one kind of activity.
    public struct Line: Sendable, Equatable {
        public let audience: Audience
        public let kind: ActivityKind
        public var widened = Touch()
        public var narrowed = Touch()
        /// Items that are shown to the audience now.
        public var shownBefore = 0
        /// Items that would be shown to it.
        public var shownAfter = 0
    }

    /// Items that go one way, and the people whose they are; what goes both ways is counted on either side.
    public struct Touch: Sendable, Equatable {
        public var items: Int
        public var owners: Int

        public init(items: Int = 0, owners: Int = 0) {
            self.items = items
            self.owners = owners
        }
    }

    /// The revisions.
    public let before: String
    public let after: String
    /// By kind, then by audience, the closest first; every one, also where nothing changes.
    public let lines: [Line]
    /// People of whom anything changes for anybody.
    public let owners: Int
    /// People looked at.
    public let people: Int
    /// Purchases and activities looked at.
    public let items: Int
}
