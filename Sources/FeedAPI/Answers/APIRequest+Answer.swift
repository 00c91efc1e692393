import Disclosure
import HTTPTypes
import Hummingbird

extension APIRequest {
    /// How often an answer is made anew when what it was made from changes meanwhile.
    private static var attempts: Int { 8 }

    /// Makes an answer and passes it through the gate; made anew when something that it was made from has changed.
    ///
    /// Nothing made is the uniform 404.
    func answer<Value: Encodable & Sendable>(
        through gate: Gate, _ make: () async throws -> Prepared<Value>?
    ) async throws -> Response {
        try await answer {
            guard let prepared = try await make() else { throw Problem(.notFound) }
            let answer = try written(prepared.value)
            guard let admission = gate.admit(prepared) else { return nil }
            // INVARIANT: a token revoked before this line is noticed by it; a later revocation waits for the admission.
            _ = try await authentication.principal(of: request)
            context.admission.set(admission)
            return answer.response
        }
    }

    /// Tries until an answer is let through.
    func answer(_ attempt: () async throws -> Response?) async throws -> Response {
        for _ in 0..<Self.attempts {
            if let response = try await attempt() { return response }
        }
        throw Problem.retry(.overloaded, afterSeconds: 1)
    }

    /// The path and query that are asked for.
    var address: String { request.head.path ?? "" }

    /// Something exposed as it is written in an answer to this request.
    func written(_ value: some Encodable) throws -> ReadyAnswer {
        ReadyAnswer(
            address: address, body: try JSONAnswer.body(value), headers: links(to: (value as? any Paged)?.next))
    }

    /// Where the next page is (RFC 8288).
    private func links(to cursor: String?) -> HTTPFields {
        guard let cursor else { return [:] }
        var parts = ["cursor=\(cursor)"]
        for piece in (request.uri.query ?? "").split(separator: "&") {
            guard !piece.hasPrefix("cursor="), !piece.hasPrefix("since=") else { continue }
            parts.insert(String(piece), at: 0)
        }
        return [.link: #"<\#(request.uri.path)?\#(parts.joined(separator: "&"))>; rel="next""#]
    }

    /// The answer to a person's write that has nothing to tell.
    func written(_ point: EnforcementPoint) throws -> Response {
        Response(status: .noContent, headers: [.vitrineConsistency: point.consistencyToken(for: try person())])
    }
}
