/// One thing in which two inputs differ, and in which direction.
public struct InputChange: Sendable, Hashable {
    /// What may be changed, from the least to the most of it.
    public enum Subject: String, Sendable, CaseIterable {
        case audience, tier, age, level, override, sharing, optedIn, blocked, minor
        case isPrivate = "private"
        case thirdParty

        /// The words for a change downwards and upwards.
        ///
        /// An override is the greater the fewer it admits.
        public var directions: (down: String, up: String) {
            switch self {
            case .audience: ("closer", "farther")
            case .tier: ("laxer", "stricter")
            case .age: ("younger", "older")
            case .level: ("lower", "higher")
            case .override: ("wider", "narrower")
            case .sharing, .optedIn, .blocked, .minor, .isPrivate, .thirdParty: ("false", "true")
            }
        }
    }

    public let subject: Subject
    public let isUpwards: Bool

    public init(_ subject: Subject, upwards: Bool) {
        self.subject = subject
        isUpwards = upwards
    }

    /// As the file writes it.
    public var direction: String { isUpwards ? subject.directions.up : subject.directions.down }
}
