import Disclosure

/// Knows the tokens that the service has issued.
struct ServiceAuthenticator: Authenticator {
    let point: EnforcementPoint

    /// Nothing also when the person whom the token stands for is gone.
    func principal(bearing token: BearerToken) async throws -> Principal? {
        guard let principal = try await point.tokens.principal(bearing: token.secret) else { return nil }
        if let person = principal.person {
            guard try await point.people.profile(of: person) != nil else { return nil }
        }
        return principal
    }
}
