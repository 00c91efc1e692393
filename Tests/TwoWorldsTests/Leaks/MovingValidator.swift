import HTTPTypes

@testable import Disclosure
@testable import FeedAPI

/// Makes a validator out of the generations of the friends, which move with every write.
struct MovingValidator: FeedLeak {
    func spoil(_ page: inout SpoiledPage, _ sight: FeedSight) async throws {
        let generations = sight.service.point.gate.generations(of: try await sight.friends)
        page.headers[.eTag] = "\"\(generations.reduce(0, &+))\""
    }
}
