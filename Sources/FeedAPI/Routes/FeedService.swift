public import Disclosure
import FeedBuilder
public import FriendShops

/// What the routes serve from.
public struct FeedService: Sendable {
    public let point: EnforcementPoint
    public let shops: FriendShops
    let feeds: FeedBuilder
    let olderCopies: Erasure.OlderCopies

    public init(point: EnforcementPoint, shops: FriendShops, olderCopies: Erasure.OlderCopies = .init()) {
        self.point = point
        self.shops = shops
        self.olderCopies = olderCopies
        feeds = FeedBuilder(point: point, shops: shops)
    }

    /// Everything that the API does.
    var endpoints: [Endpoint] {
        FeedRoutes(service: self).endpoints + OwnRoutes(service: self).endpoints
            + ViewAsRoutes(service: self).endpoints + ShopRoutes(service: self).endpoints
            + PlatformRoutes(service: self).endpoints
    }
}
