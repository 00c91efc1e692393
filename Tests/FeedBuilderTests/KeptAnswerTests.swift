import Domain
import FeedBuilder
import SampleWorld
import Testing

@testable import Disclosure

struct KeptAnswerTests {
    @Test func `a kept page is let through for the viewer it was made for, and for nobody else`() async throws {
        let world = try await World()
        try await world.put("ada", "ben")
        let (ada, ben) = (try await world.id("ada"), try await world.id("ben"))
        func principal(_ person: PersonID) -> Principal {
            Principal(
                person: person, client: "test", scopes: [.feedRead], tokenID: "t",
                stand: world.point.gate.sequence().global)
        }
        let kept = KeptAnswer(try await world.feed.feed(of: ben, PageRequest()))
        #expect(world.point.admit(kept, for: principal(ben)) != nil)
        #expect(world.point.admit(kept, for: principal(ada)) == nil)
    }
}
