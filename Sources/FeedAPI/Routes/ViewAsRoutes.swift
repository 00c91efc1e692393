import Disclosure
import Domain
import FeedBuilder
import HTTPTypes
import Hummingbird

/// How the caller's own things look to one of their friends or to an audience.
struct ViewAsRoutes: Sendable {
    let service: FeedService

    /// What can be looked at.
    private enum Subject: String {
        case shop, activity, purchases
    }

    var endpoints: [Endpoint] {
        let service = service
        let gate = service.point.gate
        return [
            Endpoint(.get, "/v1/me/view-as/{target}", .visibilityNarrow) { request in
                let owner = try request.person()
                let query = try request.query(allowing: [.of, .limit, .cursor])
                guard let text = query[.of] else { throw Problem.parameter(.of, .missing) }
                guard let subject = Subject(rawValue: text) else { throw Problem.parameter(.of, .notAChoice) }
                let page = PageRequest(limit: try query.limit(), cursor: query[.cursor])
                let view = try Self.view(request)
                switch subject {
                case .shop:
                    for parameter in [Parameter.limit, .cursor] where query[parameter] != nil {
                        throw Problem.parameter(parameter, .notAccepted)
                    }
                    return try await request.answer(through: gate) {
                        try await service.feeds.ownShop(of: owner, as: view)
                    }
                case .activity:
                    return try await request.answer(through: gate) {
                        try await service.feeds.ownActivity(of: owner, as: view, page)
                    }
                case .purchases:
                    return try await request.answer(through: gate) {
                        try await service.feeds.ownPurchases(of: owner, as: view, page)
                    }
                }
            }
        ]
    }

    /// The name of an audience wins over a handle of the same text.
    private static func view(_ request: APIRequest) throws(Problem) -> ViewAs {
        if let audience = request.pathValue(.target).flatMap({ Audience(name: $0) }), audience != .owner {
            return .audience(audience)
        }
        return .friend(try request.handle(.target))
    }
}
