public import Domain

/// Who is behind a request, and what they may do.
public struct Principal: Sendable {
    public let person: PersonID?
    public let client: String
    public let scopes: Set<Scope>
    /// The public name of the token.
    public let tokenID: String
    /// What everything depended on when the token was looked up; nothing that was ever there where no token was.
    var stand = UInt64.max

    /// Whether the token has a scope.
    public func allows(_ scope: Scope) -> Bool { scopes.contains(scope) }
}
