import Disclosure
import Domain
import FeedBuilder
import FriendShops
import HTTPTypes
import Hummingbird

/// Links to shops' fronts.
struct ShareLinkRoutes: Sendable {
    let service: FeedService

    var endpoints: [Endpoint] { own + [opening] }

    private var own: [Endpoint] {
        let (point, shops) = (service.point, service.shops)
        return [
            Endpoint(.post, "/v1/me/share-links", .shopWrite, repeats: .remembered(service.point)) { request in
                let owner = try request.person()
                _ = try request.query()
                let asked = try await request.body(Self.link)
                let made = try await shops.share(
                    with: asked.audience, hours: asked.hours, of: owner, as: request.deed
                ) { try JSONAnswer.bytes($0) }
                return .plain(.shareLink(made))
            },
            Endpoint(.get, "/v1/me/share-links", .shopWrite) { request in
                let owner = try request.person()
                _ = try request.query()
                return try await request.answer(through: point.gate) { try await shops.shareLinks(answering: owner) }
            },
            Endpoint(.delete, "/v1/me/share-links/{link}", .shopWrite) { request in
                let owner = try request.person()
                _ = try request.query()
                guard let link = request.pathValue(.link) else { throw Problem(.notFound) }
                try await shops.revokeShareLink(link, of: owner)
                return try request.written(point)
            },
        ]
    }

    /// The secret comes in the body, as it stands in the fragment of an address: neither is logged, nor told to the next site.
    private var opening: Endpoint {
        let service = service
        return Endpoint(.post, "/v1/shared-shop", .feedRead, repeats: .unkeyed) { request in
            let viewer = try request.person()
            _ = try request.query()
            let secret = try await request.body(Self.secret)
            return try await request.answer(through: service.point.gate) {
                try await service.feeds.sharedShop(secret, for: viewer)
            }
        }
    }

    private static let secret = FieldReading<String>.object { reader in
        reader.required("secret", .text(length: 1...200))
    }

    private static let link = FieldReading<(audience: Audience, hours: Int)>.object { reader in
        let audience = reader.required("audience", .parsed(.notAChoice) { Audience(name: $0) })
        let bounds = Int64(FriendShops.linkHours.lowerBound)...Int64(FriendShops.linkHours.upperBound)
        let hours = reader.required("hours", .integer(in: bounds))
        guard let audience, let hours else { return nil }
        return (audience, Int(hours))
    }
}
