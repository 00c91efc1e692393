import Disclosure
import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import PersonalExport

/// Everything held about a person, for that person.
struct ExportRoutes: Sendable {
    let service: FeedService

    /// Where an export can be fetched, once.
    private struct Pending: Encodable {
        let href: String
        /// RFC 3339 in UTC.
        let expiresAt: String
    }

    var endpoints: [Endpoint] {
        let point = service.point
        let exports = service.exports
        return [
            Endpoint(.post, "/v1/me/export", .account) { request in
                let person = try request.person()
                _ = try request.query()
                try request.request.refuseBody()
                let issued = point.exportTickets.issue(to: person)
                let pending = Pending(
                    href: "/v1/me/export/\(issued.ticket)", expiresAt: issued.expiresAt.description)
                var response = try JSONAnswer.response(pending, headers: [.location: pending.href])
                response.status = .accepted
                return response
            },
            Endpoint(.get, "/v1/me/export/{ticket}", .account) { request in
                let person = try request.person()
                _ = try request.query()
                // A look at the headers does not use the ticket up.
                guard request.request.method == .get else { throw Problem(.notFound) }
                guard let ticket = request.pathValue(.ticket), point.exportTickets.redeem(ticket, by: person) else {
                    throw Problem(.notFound)
                }
                return try await request.answer(through: point.gate, as: Self.headers) {
                    try await exports.bytes(of: person)
                }
            },
        ]
    }

    private static let headers: HTTPFields = [
        .contentType: "application/x-tar", .contentDisposition: #"attachment; filename="vitrine-export.tar""#,
    ]
}

extension APIRequest {
    /// Makes an answer of bytes and passes it through the gate, as the JSON ones are.
    fileprivate func answer(
        through gate: Gate, as headers: HTTPFields, _ make: () async throws -> Prepared<[UInt8]>?
    ) async throws -> Response {
        for _ in 0..<5 {
            guard let prepared = try await make() else { throw Problem(.notFound) }
            guard let admission = gate.admit(prepared) else { continue }
            // INVARIANT: a token revoked before this line is noticed by it; a later revocation waits for the admission.
            _ = try await authentication.principal(of: request)
            context.admission.set(admission)
            return Response(
                status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: prepared.value)))
        }
        throw Problem.retry(.overloaded, afterSeconds: 1)
    }
}
