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
        through gate: Gate, kept: (Prepared<ReadyAnswer>) -> Void = { _ in },
        _ make: () async throws -> Prepared<Value>?
    ) async throws -> Response {
        for _ in 0..<Self.attempts {
            guard let prepared = try await make() else { throw Problem(.notFound) }
            let body = try JSONAnswer.body(prepared.value)
            guard let admission = gate.admit(prepared) else { continue }
            // INVARIANT: a token revoked before this line is noticed by it; a later revocation waits for the admission.
            _ = try await authentication.principal(of: request)
            context.admission.set(admission)
            let answer = ReadyAnswer(
                address: request.head.path ?? "", body: body,
                headers: links(to: (prepared.value as? any Paged)?.next))
            kept(prepared.map { _ in answer })
            return answer.response
        }
        throw Problem.retry(.overloaded, afterSeconds: 1)
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
