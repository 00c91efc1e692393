public import Disclosure
import Domain
import FeedBuilder
public import FriendShops
public import PersonalExport

/// What the routes serve from.
public struct FeedService: Sendable {
    public let point: EnforcementPoint
    public let shops: FriendShops
    /// Loads the policy anew.
    let reload: PolicyReload
    let exports: PersonalArchive
    let feeds: FeedBuilder

    /// Without `reload` the policy counts as built in.
    public init(
        point: EnforcementPoint, shops: FriendShops, exports: PersonalArchive, reload: PolicyReload? = nil
    ) {
        self.point = point
        self.shops = shops
        self.exports = exports
        self.reload = reload ?? PolicyReload(point: point, load: nil)
        feeds = FeedBuilder(point: point, shops: shops)
    }

    /// Notes that a friend looked at a shop's front; nobody else's look is a visit.
    func noteVisit(of viewer: PersonID, to handle: Handle) async throws {
        guard let owner = try await point.people.find(handle),
            try await point.reading(for: viewer).isVisit(to: owner)
        else { return }
        point.epochs.note(visitor: viewer, at: owner)
    }

    /// Everything that the API does for whoever has no token.
    var openEndpoints: [OpenEndpoint] { ErasureRoutes(erasure: point.erasure).endpoints }

    /// Everything that the API does for whoever has a token.
    var endpoints: [Endpoint] {
        FeedRoutes(service: self).endpoints + OwnRoutes(service: self).endpoints
            + ExportRoutes(service: self).endpoints
            + ViewAsRoutes(service: self).endpoints + ShopRoutes(service: self).endpoints
            + CatalogueRoutes(service: self).endpoints + ShareLinkRoutes(service: self).endpoints
            + EpochRoutes(service: self).endpoints
            + PlatformRoutes(service: self).endpoints + PolicyRoutes(reload: reload).endpoints
    }
}
