public import Domain
import PolicyEngine

/// Consent and settings of a person as they are.
///
/// Sensitivity: for the owner only.
public struct VisibilityView: Encodable, Sendable {
    public struct Sharing: Encodable, Sendable {
        public let on: Bool
        /// Purchases made before are not shared.
        public let since: String?
    }

    public struct OptIn: Encodable, Sendable {
        public let name: LocalizedText
        public let tier: String
        public let optedIn: Bool
    }

    public struct PrivateMode: Encodable, Sendable {
        public let on: Bool
        /// Absent while it has no end.
        public let until: String?
    }

    public let sharing: Sharing
    /// The classes that can be opted in, by id.
    public let classes: [String: OptIn]
    /// The level for each audience and tier, by their names.
    public let levels: [String: [String: String]]
    public let privateMode: PrivateMode
    public let closeFriends: [String]
    public let blocks: [String]
    public let mutes: [String]
    /// From when on what was released is shown to each friend.
    public let friendsSeeFrom: [String: String]
    /// The revision of the policy in force.
    public let policy: String
}

/// What a change would show more of, and less of, and to whom.
public struct VisibilityPreview: Encodable, Sendable {
    public struct Reach: Encodable, Sendable, Equatable {
        /// Handles of the owner's own friends.
        public let friends: [String]
        /// Farther audiences, as a class, without a count.
        public let audiences: [String]
    }

    public let widens: Reach
    public let narrows: Reach
}

/// How somebody's settings came to be.
///
/// Sensitivity: for the owner only.
public struct VisibilityHistory: Codable, Sendable {
    public struct Entry: Codable, Sendable {
        /// RFC 3339 in UTC.
        public let at: String
        /// Who asked for it: the client of the token, or `command-line`.
        public let client: String
        /// The revision of the policy then in force.
        public let policy: String
        /// What was changed, one sentence each.
        public let changes: [String]
    }

    /// Newest first.
    public let entries: [Entry]
}
