import Disclosure
import Domain
import FeedBuilder
import HTTPTypes
import Hummingbird

/// The catalogue, which is the same for everybody.
struct CatalogueRoutes: Sendable {
    let service: FeedService

    var endpoints: [Endpoint] {
        let point = service.point
        return [
            Endpoint(.get, "/v1/catalogue", .feedRead) { request in
                let viewer = try request.person()
                let search = try Self.search(request)
                return try await request.answer(through: point.gate) {
                    try await point.catalogue.search(search, for: viewer)
                }
            }
        ]
    }

    private static func search(_ request: APIRequest) throws(Problem) -> CatalogueRequest {
        let values = try request.query(allowing: [.query, .category, .brand, .limit, .cursor])
        func text(_ parameter: Parameter, _ rule: TextRule) throws(Problem) -> String? {
            guard let given = values[parameter] else { return nil }
            guard let text = rule.normalized(given) else { throw .parameter(parameter, .malformed) }
            return text
        }
        let category = values[.category]
        if let category, ProductID(category) == nil { throw .parameter(.category, .malformed) }
        return CatalogueRequest(
            query: try text(.query, TextRule(maximumLength: CatalogueRequest.maximumQueryLength)), category: category,
            brand: try text(.brand, .title), limit: try values.limit(), cursor: values[.cursor])
    }
}
