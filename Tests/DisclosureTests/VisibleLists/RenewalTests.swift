import Domain
import FeedBuilder
import PolicyEngine
import SampleWorld
import Storage
import Testing
import VitrineTesting

@testable import Disclosure

/// Lists that are brought up to what is written, while others read.
struct RenewalTests {
    /// The lists grow old while a hiding is on disk and its owner's generation not raised yet: what is made of them then is made
    /// of neither state.
    @Test func `an item made before it was hidden is not let through afterwards, whatever is read in between`()
        async throws
    {
        let store = OvertakenStore(SampleRecords())
        let world = try await World(over: store)
        try await world.point.catalogue.replaceTaxonomy(SampleCatalogue.categories)
        try await world.point.catalogue.put(SampleCatalogue.entries())
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        try await world.share("ada", since: World.start, [(.friends, .ordinary, .product)])
        try await world.buy("tea-1", by: "ada", at: "2026-01-10T09:30:00Z")
        try world.now("2026-02-10T00:00:00Z")
        let id = try #require(try await world.feedItems(of: "ben").first?.id)
        let ben = try await world.id("ben")
        let item = try #require(try await world.feed.item(id, for: ben))
        #expect(world.point.gate.admit(item) != nil)
        store.overtake(afterCommits: 1) {
            try world.now("2026-03-20T00:00:00Z")
            _ = try await world.feed.feed(of: ben, PageRequest())
        }
        try await world.setItem("tea-1", of: "ada", to: .hidden)
        #expect(store.wasOvertaken)
        #expect(store.failure == nil)
        #expect(world.point.gate.admit(item) == nil)
        #expect(try await world.feedItems(of: "ben").isEmpty)
    }
}
