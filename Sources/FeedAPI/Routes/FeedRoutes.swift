import Disclosure
import Domain
import FeedBuilder
import HTTPTypes
import Hummingbird

/// What viewers read of others.
struct FeedRoutes: Sendable {
    let service: FeedService

    var endpoints: [Endpoint] {
        let service = service
        let gate = service.point.gate
        let firstPages = FirstPages(
            point: service.point, feeds: service.feeds, maximumBytes: service.point.memory.pages)
        return [
            Endpoint(.get, "/v1/feed", .feedRead, ready: firstPages.ready) { request in
                let (viewer, page) = (try request.person(), try request.page(allowing: [.since]))
                if page.isFirst { return try await firstPages.answer(page, to: request) }
                return try await request.answer(through: gate) { try await service.feeds.feed(of: viewer, page) }
            },
            Endpoint(.get, "/v1/items/{id}", .feedRead) { request in
                let viewer = try request.person()
                _ = try request.query()
                guard let id = request.pathValue(.id) else { throw Problem(.notFound) }
                return try await request.answer(through: gate) { try await service.feeds.item(id, for: viewer) }
            },
            Endpoint(.get, "/v1/people/{handle}/purchases", .feedRead) { request in
                let (viewer, owner, page) = (try request.person(), try request.handle(), try request.page())
                return try await request.answer(through: gate) {
                    try await service.feeds.purchases(of: owner, for: viewer, page)
                }
            },
            Endpoint(.get, "/v1/shops/{handle}", .feedRead) { request in
                let (viewer, owner) = (try request.person(), try request.handle())
                _ = try request.query()
                let answer = try await request.answer(through: gate) {
                    try await service.feeds.shop(of: owner, for: viewer)
                }
                try await service.noteVisit(of: viewer, to: owner)
                return answer
            },
            Endpoint(.get, "/v1/shops/{handle}/picks", .feedRead) { request in
                let (viewer, owner) = (try request.person(), try request.handle())
                _ = try request.query()
                return try await request.answer(through: gate) { try await service.feeds.picks(of: owner, for: viewer) }
            },
            Endpoint(.get, "/v1/shops/{handle}/activity", .feedRead) { request in
                let (viewer, owner, page) = (try request.person(), try request.handle(), try request.page())
                return try await request.answer(through: gate) {
                    try await service.feeds.shopActivity(of: owner, for: viewer, page)
                }
            },
        ]
    }
}
