import Domain
import FeedBuilder
import SampleWorld
import Testing

@testable import Disclosure

/// The feed that keeps what it can against the one that keeps nothing.
struct OracleTests {
    private static let seeds = (0..<4).map { _ in UInt64.random(in: 0...UInt64.max) }

    private func principal(_ person: PersonID, _ world: World) -> Principal {
        Principal(
            person: person, client: "test", scopes: [.feedRead], tokenID: "t",
            stand: world.point.gate.sequence().global)
    }

    @Test(arguments: seeds)
    func `after every step of any history a viewer sees what the plain feed says, a ready page too`(seed: UInt64)
        async throws
    {
        var history = try await RandomHistory(seed: seed)
        var restarts = 0
        var ready: [PersonID: KeptAnswer<FeedPage>] = [:]
        var readmitted = 0
        for _ in 0..<160 {
            try await history.step()
            let world = history.world
            if history.restarts != restarts { ready = [:] }
            restarts = history.restarts
            for name in RandomHistory.names {
                let viewer = try await world.id(name)
                let expected = try World.text(try await PlainFeed(world: world).items(of: viewer))
                let told = "seed \(seed), \(name), after \(history.story.suffix(3))"
                if let page = ready[viewer], world.point.admit(page, for: principal(viewer, world)) != nil {
                    readmitted += 1
                    #expect(try World.text(page.value.items) == Array(expected.prefix(20)), "ready: \(told)")
                }
                #expect(try World.text(try await world.feedItems(of: name, limit: 7)) == expected, "\(told)")
                ready[viewer] = KeptAnswer(try await world.feed.feed(of: viewer, PageRequest()))
            }
        }
        // Else the pages that were ready would not have been looked at.
        #expect(readmitted > 100, "seed \(seed)")
        #expect(history.reloads > 0 && restarts > 0, "seed \(seed)")
        let world = history.world
        let again = try await world.reopened()
        for name in RandomHistory.names {
            let items = try await again.feedItems(of: name)
            #expect(try World.text(items) == World.text(try await world.feedItems(of: name)), "seed \(seed), \(name)")
        }
    }
}
