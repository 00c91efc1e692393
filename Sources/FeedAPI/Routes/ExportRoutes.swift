import Disclosure
import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import PersonalExport

/// Everything held about a person, for that person.
struct ExportRoutes: Sendable {
    let service: FeedService

    var endpoints: [Endpoint] {
        let point = service.point
        let exports = service.exports
        return [
            Endpoint(.post, "/v1/me/export", .account) { request in
                let person = try request.person()
                _ = try request.query()
                try request.request.refuseBody()
                let issued = point.exportTickets.issue(to: person)
                return .plain(
                    .exportTicket(
                        ExportTicketBody(
                            href: "/v1/me/export/\(issued.ticket)", expiresAt: issued.expiresAt.description)))
            },
            Endpoint(.get, "/v1/me/export/{ticket}", .account) { request in
                let person = try request.person()
                _ = try request.query()
                // A look at the headers does not use the ticket up.
                guard request.request.method == .get else { throw Problem(.notFound) }
                guard let ticket = request.pathValue(.ticket), point.exportTickets.redeem(ticket, by: person) else {
                    throw Problem(.notFound)
                }
                return try await request.written(through: point.gate) {
                    try await exports.bytes(of: person)?.map { bytes in
                        ReadyAnswer(
                            address: request.address, body: ByteBuffer(bytes: bytes), headers: Self.headers)
                    }
                }
            },
        ]
    }

    private static let headers: HTTPFields = [
        .contentType: "application/x-tar", .contentDisposition: #"attachment; filename="vitrine-export.tar""#,
    ]
}

/// Where an export can be fetched, once.
struct ExportTicketBody: Encodable {
    let href: String
    /// RFC 3339 in UTC.
    let expiresAt: String
}
