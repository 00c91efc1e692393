@testable import Disclosure
@testable import FeedAPI

/// Answers otherwise for an item that is there and hidden than for one that is not there.
struct ExistenceOracle: Leak {
    func endpoints(of service: FeedService) -> [Endpoint] {
        let point = service.point
        return service.endpoints.map { endpoint in
            guard endpoint.path == "/v1/items/{id}" else { return endpoint }
            return Endpoint(endpoint.method, endpoint.path, endpoint.scope) { request in
                do {
                    return try await endpoint.work(request)
                } catch let problem as Problem {
                    guard let id = request.pathValue(.id), let owner = ItemID(id, point.vault.keys)?.owner,
                        let head = try await point.vault.head(of: owner)?.value,
                        try await point.ledger.location(of: id, owner: head) != nil
                    else { throw problem }
                    throw Problem(.scopeMissing)
                }
            }
        }
    }
}
