public import Domain

/// Who is behind a request, and what they may do.
public struct Principal: Sendable {
    public let person: PersonID?
    public let client: String
    public let scopes: Set<Scope>
    /// The public name of the token.
    public let tokenID: String

    /// Whether the token has a scope.
    public func allows(_ scope: Scope) -> Bool { scopes.contains(scope) }
}
