import Domain

/// A link to a shop's front, as its owner sees it.
///
/// Sensitivity: for the owner only.
public struct ShareLink: Encodable, Sendable {
    /// By which it is revoked.
    public let id: String
    public let audience: String
    /// RFC 3339 in UTC.
    public let madeAt: String
    public let expiresAt: String
    /// Whether people whom the owner blocked can open it: nobody can keep them from it where everyone may.
    public let opensForBlockedPeople: Bool

    init(_ link: Shop.Link) {
        let audience = Audience(rawValue: link.audience) ?? .owner
        id = link.id
        self.audience = audience.name
        madeAt = Instant(seconds: link.madeAt).description
        expiresAt = Instant(seconds: link.expiresAt).description
        opensForBlockedPeople = audience == .everyone
    }
}

/// A link that was just made.
public struct MadeShareLink: Encodable, Sendable {
    public let link: ShareLink
    /// Told this once; belongs into the fragment of an address, which no server is sent.
    public let secret: String
}

/// The links of an owner that are still good.
public struct ShareLinks: Encodable, Sendable {
    public let items: [ShareLink]
}
