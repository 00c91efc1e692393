import Disclosure

/// Finds out whom a token stands for.
protocol Authenticator: Sendable {
    /// Nothing for a token that is unknown, expired or revoked; which of them is nobody's business.
    func principal(bearing token: BearerToken) async throws -> Principal?
}
