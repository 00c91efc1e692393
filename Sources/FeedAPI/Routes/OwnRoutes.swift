import Disclosure
import Domain
import FeedBuilder
import HTTPTypes
import Hummingbird

/// A person's own ledger, consent and settings.
struct OwnRoutes: Sendable {
    let service: FeedService

    var endpoints: [Endpoint] { reading + writing + leaving }

    private var reading: [Endpoint] {
        let point = service.point
        return [
            Endpoint(.get, "/v1/me/purchases", .ledgerRead) { request in
                let (person, page) = (try request.person(), try request.page())
                return try await request.answer(through: point.gate) {
                    try await point.ledger.page(of: person, limit: page.limit, cursor: page.cursor)
                }
            },
            Endpoint(.get, "/v1/me/visibility", .visibilityNarrow) { request in
                let person = try request.person()
                _ = try request.query()
                return try await Self.settings(of: person, request, point)
            },
            Endpoint(.get, "/v1/me/visibility/history", .visibilityNarrow) { request in
                let person = try request.person()
                _ = try request.query()
                return try await request.answer(through: point.gate) {
                    try await point.visibility.history(answering: person)
                }
            },
        ]
    }

    private var writing: [Endpoint] {
        let point = service.point
        return [
            Endpoint(.patch, "/v1/me/visibility", .visibilityNarrow) { request in
                let person = try request.person()
                _ = try request.query()
                let patch = try await request.body(VisibilityPatch.reading)
                try await point.visibility.apply(
                    patch, of: person, client: request.principal.client,
                    mayWiden: request.principal.allows(.visibilityWiden))
                return try await Self.settings(
                    of: person, request, point,
                    headers: [.vitrineConsistency: point.consistencyToken(for: person)])
            },
            Endpoint(.post, "/v1/me/visibility/preview", .visibilityNarrow) { request in
                let person = try request.person()
                _ = try request.query()
                let patch = try await request.body(VisibilityPatch.reading)
                return try await request.answer(through: point.gate) {
                    try await point.visibility.preview(patch, answering: person)
                }
            },
            Endpoint(.put, "/v1/me/purchases/{id}/visibility", .visibilityNarrow) { request in
                let person = try request.person()
                _ = try request.query()
                let visibility = try await request.body(Self.itemVisibility)
                guard let id = request.pathValue(.id) else { throw Problem(.notFound) }
                try await point.visibility.setItem(
                    id, to: visibility, of: person, mayWiden: request.principal.allows(.visibilityWiden))
                return try request.written(point)
            },
        ]
    }

    /// Everything held about the caller is gone when this is answered with a certificate; their tokens with it.
    private var leaving: [Endpoint] {
        let erasure = service.point.erasure
        return [
            Endpoint(.delete, "/v1/me", .account, hasDeadline: false) { request in
                let person = try request.person()
                _ = try request.query()
                try request.request.refuseBody()
                guard let status = try await erasure.erase(person) else { throw Problem.invalidToken }
                return .plain(.erasure(ErasureBody(status)))
            }
        ]
    }

    private static func settings(
        of person: PersonID, _ request: APIRequest, _ point: EnforcementPoint, headers: HTTPFields = [:]
    ) async throws -> Answer {
        try await request.answer(through: point.gate, headers: headers) {
            guard let view = try await point.visibility.settings(answering: person) else { throw Problem.invalidToken }
            return view
        }
    }

    private static let itemVisibility = FieldReading<ItemVisibility>.object { reader in
        reader.required("visibility", .parsed(.notAChoice) { ItemVisibility(name: $0) })
    }
}
