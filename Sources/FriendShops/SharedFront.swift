/// What a share link opens: a shop's front, and nothing else.
public struct SharedFront: Encodable, Sendable {
    public let handle: String
    public let name: String
    public let sign: String?
    public let avatar: String?
    public let line: String?
    /// The revision of the policy that it was made under.
    public let policy: String
}
