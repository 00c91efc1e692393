public import Domain

/// Everything held about a person beside purchases, visibility and shop, as the person is given it.
///
/// Sensitivity: for the owner only. Of others it names those in the person's own lists, by handle.
public struct OwnAccount: Encodable, Sendable {
    public struct Profile: Encodable, Sendable {
        public let handle: String
        public let name: String
        public let zone: String
        public let minor: Bool
    }

    public struct Friend: Encodable, Sendable {
        public let handle: String
        public let close: Bool
        /// What was released before is not shown to this friend; RFC 3339 in UTC.
        public let seesFrom: String
    }

    public struct Relations: Encodable, Sendable {
        public let friends: [Friend]
        public let blocks: [String]
        public let mutes: [String]
    }

    public struct Consented: Encodable, Sendable {
        public struct Stamp: Encodable, Sendable {
            /// RFC 3339 in UTC.
            public let at: String
            /// Counts the policy revisions of this installation.
            public let revision: Int
        }

        public struct Choice: Encodable, Sendable {
            public let audience: String
            public let tier: String
            public let level: String
            public let given: Stamp
        }

        public struct Span: Encodable, Sendable {
            public let from: String
            public let until: String?
        }

        /// When sharing was switched on, absent while it is off.
        public let sharing: Stamp?
        /// From when on purchases are shared.
        public let since: String?
        /// The classes opted in, by id.
        public let classes: [String: Stamp]
        public let levels: [Choice]
        public let privateSpans: [Span]
    }

    public struct Token: Encodable, Sendable {
        public let id: String
        public let client: String
        public let scopes: [String]
        public let issuedAt: String
        public let expiresAt: String?
        public let revokedAt: String?
    }

    public let profile: Profile
    public let relations: Relations
    public let consent: Consented
    public let tokens: [Token]
}

/// Everything that is held about a person, of one moment.
///
/// Sensitivity: for the owner only.
public struct OwnRecords: Sendable {
    public let account: OwnAccount
    public let visibility: VisibilityView
    public let history: VisibilityHistory
    /// Newest first, those withheld from everybody else included.
    public let purchases: [OwnPurchase]
    /// Purchases that are gone and of which a narrowing is kept, newest first.
    public let remains: [OwnRemains]
    public let figures: OwnFigures
    /// The revision of the policy in force.
    public let policyRevision: String
    public let at: Instant
}
