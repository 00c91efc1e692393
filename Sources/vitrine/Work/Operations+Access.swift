import Disclosure
import Domain

extension Operations {
    func issueToken(person: String?, client: String, scopes names: [String], days: Int?) async throws -> OperationResult
    {
        var scopes: Set<Scope> = []
        for name in names {
            guard let scope = Scope(rawValue: name) else {
                throw CommandFailure(
                    "there is no scope `\(name)`; there are \(Scope.allCases.map(\.rawValue).joined(separator: ", "))",
                    exitCode: .refused)
            }
            scopes.insert(scope)
        }
        let handle = try person.map { text in
            guard let handle = Handle(text) else {
                throw CommandFailure("there is nobody with the handle `\(text)`", exitCode: .refused)
            }
            return handle
        }
        do {
            let issued = try await point.tokens.issue(client: client, person: handle, scopes: scopes, days: days)
            return .token(secret: issued.secret, id: issued.token.id)
        } catch let error as TokenError {
            throw CommandFailure(error.reason, exitCode: .refused)
        }
    }

    func listTokens() async throws -> OperationResult {
        var lines: [OperationResult.TokenLine] = []
        for token in try await point.tokens.all() {
            var handle: String?
            if let person = token.person {
                handle = try await point.people.profile(of: person)?.handle.text ?? "(gone)"
            }
            lines.append(
                OperationResult.TokenLine(
                    id: token.id, client: token.client, person: handle, scopes: token.scopes.map(\.rawValue).sorted(),
                    issuedAt: token.issuedAt.description, expiresAt: token.expiresAt?.description,
                    revokedAt: token.revokedAt?.description))
        }
        return .tokens(lines)
    }
}
