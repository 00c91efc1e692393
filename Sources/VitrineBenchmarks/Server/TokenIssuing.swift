import Control
import Foundation

/// Has a running server issue many tokens over its control socket.
struct TokenIssuing {
    /// A request is told as `vitrine token issue` tells it.
    private struct Request: Encodable {
        let issueToken: Wanted
    }

    private struct Wanted: Encodable {
        let person: String?
        let client: String
        let scopes: [String]
        let days: Int
    }

    private struct Answer: Decodable {
        let token: Issued
    }

    private struct Issued: Decodable {
        let secret: String
    }

    let folder: WorldFolder

    /// Tokens of people, in their order; one without a person speaks for the platform.
    func issue(for people: [String?], scopes: [String]) async throws -> [String] {
        let client = ControlClient(path: "\(folder.data)/\(ControlSocket.fileName)")
        return try await client.withConnection { connection in
            var tokens: [String] = []
            for person in people {
                let wanted = Wanted(person: person, client: "bench", scopes: scopes, days: 1)
                let answer = try await connection.call(Array(try JSONEncoder().encode(Request(issueToken: wanted))))
                tokens.append(try JSONDecoder().decode(Answer.self, from: Data(answer)).token.secret)
            }
            return tokens
        }
    }
}
