import Disclosure
import Domain
import HTTPTypes

private func answered(_ point: EnforcementPoint) -> Endpoint {
    Endpoint(.get, "/v1/me/visibility", .visibilityNarrow) { request in
        let person = try request.person()
        return try await request.answer(through: point.gate) { try await point.visibility.settings(answering: person) }
    }
}

private func gated(_ answer: Prepared<ReadyAnswer>, _ gate: Gate) -> Answer? {
    gate.admit(answer).map { .gated($0) }
}

private func kept(_ point: EnforcementPoint) -> BoundedCache<PersonID, VisibilityView> {
    point.cacheOfExposed(limit: 1)
}
