import Disclosure
import HTTPTypes
import Hummingbird

/// Reads the `Authorization` header and finds who is behind a request, or refuses.
struct Authentication: Sendable {
    let authenticator: any Authenticator

    /// A request without a token is told that one is needed; malformed, unknown, expired and revoked ones get
    /// one and the same answer (RFC 6750, 3.1).
    func principal(of request: Request) async throws -> Principal {
        let fields = request.headers[values: .authorization]
        guard !fields.isEmpty else {
            throw Problem(.unauthenticated, headers: [.wwwAuthenticate: #"Bearer realm="vitrine""#])
        }
        guard fields.count == 1, let token = Self.token(in: fields[0]),
            let principal = try await authenticator.principal(bearing: token)
        else { throw Problem.invalidToken }
        return principal
    }

    /// Refuses a principal whose token does not carry the scope.
    static func require(_ scope: Scope, of principal: Principal) throws(Problem) {
        guard principal.allows(scope), !scope.needsPerson || principal.person != nil else {
            throw .missingScope(scope)
        }
    }

    private static func token(in field: String) -> BearerToken? {
        let parts = field.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return BearerToken(parts[1])
    }
}

extension Problem {
    /// The one answer to every bad token.
    static var invalidToken: Problem {
        Problem(.unauthenticated, headers: [.wwwAuthenticate: #"Bearer realm="vitrine", error="invalid_token""#])
    }

    /// The token is good, but not for this.
    static func missingScope(_ scope: Scope) -> Problem {
        let challenge = #"Bearer realm="vitrine", error="insufficient_scope", scope="\#(scope.rawValue)""#
        return Problem(.scopeMissing, headers: [.wwwAuthenticate: challenge])
    }
}
