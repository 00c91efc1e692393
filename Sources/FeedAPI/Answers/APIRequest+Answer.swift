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
        through gate: Gate, headers: HTTPFields = [:], _ make: () async throws -> Prepared<Value>?
    ) async throws -> Answer {
        try await written(through: gate) { try await make()?.map { try written($0, headers: headers) } }
    }

    /// The same of an answer that is written already.
    func written(through gate: Gate, _ make: () async throws -> Prepared<ReadyAnswer>?) async throws -> Answer {
        try await answer {
            guard let prepared = try await make() else { throw Problem(.notFound) }
            guard let admitted = gate.admit(prepared) else { return nil }
            // INVARIANT: a token revoked before this line is noticed by it; a later revocation waits for the admission.
            _ = try await authentication.principal(of: request)
            return admitted
        }
    }

    /// Tries until an answer is let through.
    func answer(_ attempt: () async throws -> Admitted<ReadyAnswer>?) async throws -> Answer {
        for _ in 0..<Self.attempts {
            if let admitted = try await attempt() { return .gated(admitted) }
        }
        throw Problem.retry(.overloaded, afterSeconds: 1)
    }

    /// The path and query that are asked for.
    var address: String { request.head.path ?? "" }

    /// Something exposed as it is written in an answer to this request.
    func written(_ value: some Encodable, headers: HTTPFields = [:]) throws -> ReadyAnswer {
        var headers = headers
        headers[.contentType] = "application/json"
        headers[.link] = link(to: (value as? any Paged)?.next)
        return ReadyAnswer(address: address, body: try JSONAnswer.body(value), headers: headers)
    }

    /// Where the next page is (RFC 8288).
    private func link(to cursor: String?) -> String? {
        guard let cursor else { return nil }
        var parts = ["cursor=\(cursor)"]
        for piece in (request.uri.query ?? "").split(separator: "&") {
            guard !piece.hasPrefix("cursor="), !piece.hasPrefix("since=") else { continue }
            parts.insert(String(piece), at: 0)
        }
        return #"<\#(request.uri.path)?\#(parts.joined(separator: "&"))>; rel="next""#
    }

    /// The answer to a person's write that has nothing to tell.
    func written(_ point: EnforcementPoint) throws -> Answer {
        .plain(.done([.vitrineConsistency: point.consistencyToken(for: try person())]))
    }
}
