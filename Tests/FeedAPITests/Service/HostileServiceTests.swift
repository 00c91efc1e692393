import FriendShops
import Testing

@testable import FeedAPI

/// Every way in, each with everything that is wrong with it.
@Suite struct HostileServiceTests {
    @Test func `no endpoint answers a hostile request with anything but a problem that fits`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            var count = 0
            for endpoint in FeedService(point: world.point).endpoints {
                for hostile in HostileVariants.of(endpoint, world) {
                    let answer = try await world.server.api.send(hostile.bytes)
                    count += 1
                    #expect(
                        hostile.statuses.contains(answer.status), "\(hostile.name): \(answer.status) \(answer.body)")
                    #expect(answer.problem != nil, "\(hostile.name): \(answer.body)")
                    for word in ["evil", "Ada", "Ben", "Kettle", "pregnancy", "o-1"] {
                        #expect(!answer.body.contains(word), "\(hostile.name): \(answer.body)")
                    }
                }
            }
            #expect(count >= 200)
        }
    }
}
