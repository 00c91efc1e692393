public import Domain

extension Suite {
    /// Who looks.
    public enum Viewer: Sendable, Hashable {
        case person(Handle)
        /// Anybody of an audience, without relations of their own.
        case audience(Audience)

        /// As suites write it.
        public var name: String {
            switch self {
            case .person(let handle): handle.text
            case .audience(let audience): audience.name
            }
        }
    }

    /// A pair of activity and viewer at a moment, with what the viewer must see.
    public struct Case: Sendable {
        /// `kettle-in-may to ben`, with the moment where the suite has several.
        public let name: String
        /// Where the expectation stands, or the activity when no line speaks of the pair.
        public let location: SourceLocation
        /// The position of the activity in the suite.
        public let activity: Int
        public let viewer: Viewer
        public let now: Instant
        public let expectation: Expectation
        /// Whether a line speaks of the pair; when none does, nothing may be seen.
        public let isListed: Bool
    }

    /// What a viewer must see of an activity.
    public struct Expectation: Sendable, Equatable {
        /// Nothing where the item must be absent.
        public var disclosure: Disclosure
        /// Ids of the rules without which the rules would decide otherwise; unchecked when not given.
        public var rules: Set<String>?
        /// The fields of the JSON item beside `id`, `kind` and `actor`; unchecked when not given.
        public var exposes: [String: SuiteValue]?
        /// From when on it may be seen; unchecked when not given.
        public var released: Instant?
        /// Why nothing is seen; unchecked when not given.
        public var obstacle: SuiteObstacle?

        public init(
            disclosure: Disclosure = .nothing, rules: Set<String>? = nil, exposes: [String: SuiteValue]? = nil,
            released: Instant? = nil, obstacle: SuiteObstacle? = nil
        ) {
            self.disclosure = disclosure
            self.rules = rules
            self.exposes = exposes
            self.released = released
            self.obstacle = obstacle
        }
    }
}
