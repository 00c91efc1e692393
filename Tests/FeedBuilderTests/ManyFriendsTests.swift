import SampleWorld
import Testing
import VitrineTesting

@testable import Disclosure

struct ManyFriendsTests {
    @Test func `of a viewer with many friends so many are read at once, and shown are all`() async throws {
        let store = UnhurriedStore(SampleRecords())
        let world = try await World(over: store)
        try await world.point.catalogue.replaceTaxonomy(SampleCatalogue.categories)
        try await world.point.catalogue.put(SampleCatalogue.entries())
        try await world.put("ben")
        let friends = (0..<2 * Reading.headsAtOnce + 10).map { "f\($0)" }
        for friend in friends {
            try await world.put(friend)
            try await world.befriend("ben", friend)
        }
        // The first of each part, the last of each, and one between.
        let sharing = [0, Reading.headsAtOnce - 1, Reading.headsAtOnce, Reading.headsAtOnce + 7, friends.count - 1]
        for index in sharing {
            try await world.share(friends[index], since: World.start)
            try await world.buy("tea-1", by: friends[index], at: "2026-01-05T12:00:00Z", order: friends[index])
        }
        try world.now("2026-02-05T00:00:00Z")
        world.point.vault.forgetAll()
        #expect(store.mostBoxes < Reading.headsAtOnce)
        let shown = try await world.feedItems(of: "ben").map(\.actor.handle)
        #expect(Set(shown) == Set(sharing.map { friends[$0] }))
        #expect(store.mostBoxes == Reading.headsAtOnce)
        // One who changes is looked at alone, and the others stay.
        try await world.buy("tea-2", by: friends[0], at: "2026-01-05T12:00:00Z", order: "again")
        let before = store.readings
        #expect(try await world.feedItems(of: "ben").count == sharing.count)
        #expect(store.readings - before <= 2)
    }
}
