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
        // The name of the scheme may be written in either case (RFC 9110, 11.1).
        let start = field.utf8.prefix(scheme.utf8.count)
        guard start.elementsEqual(scheme.utf8, by: { lowercased($0) == $1 }) else { return nil }
        return BearerToken(field[start.endIndex...])
    }

    private static let scheme = "bearer "

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
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
