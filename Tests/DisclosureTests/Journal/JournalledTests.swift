import Domain
import PolicyEngine
import SampleWorld
@_spi(EnforcementPoint) import Sealing
import Storage
import Testing
import VitrineTesting

@testable import Disclosure

/// What the journal holds against what comes back another way than by putting records back.
struct JournalledTests {
    private static let bought = "2026-01-05T12:00:00Z"

    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        try await world.share("ada", since: World.start)
        return world
    }

    private func shown(_ world: World) async throws -> Int {
        let reopened = try await world.reopened()
        try reopened.now("2026-06-01T00:00:00Z")
        return try await reopened.purchases(of: "ada", for: "ben").count
    }

    @Test(arguments: [RecordsOrigin.served, .backup])
    func `a purchase that is told again after a restore is as hidden as it was`(origin: RecordsOrigin) async throws {
        let world = try await world()
        let older = world.records.all
        try await world.buy("tea-1", by: "ada", at: Self.bought)
        try #require(try await shown(world) == 1)
        try world.now("2026-01-06T12:00:00Z")
        try await world.setItem("tea-1", of: "ada", to: .hidden)
        world.records.putBack(older)
        let restored = try await world.reopened(origin: origin)
        try await restored.buy("tea-1", by: "ada", at: Self.bought)
        #expect(try await restored.ledger(of: "ada").count == 1)
        #expect(try await shown(restored) == 0)
    }

    @Test func `a purchase that was changed is not taken for one that is gone`() async throws {
        let world = try await world()
        try await world.buy("tea-1", by: "ada", at: Self.bought)
        try await world.buy("tea-1", by: "ada", at: Self.bought, quantity: 2)
        let older = world.records.all
        try await world.put("cleo")
        try await world.put("dan")
        world.records.putBack(older)
        let found = try await world.reopened()
        #expect(found.point.wasBehind)
        #expect(try await found.ledger(of: "ada").count == 1)
        #expect(try await shown(found) == 1)
    }

    @Test func `a start that does not come to its end makes nothing trusted`() async throws {
        let world = try await world()
        try await world.buy("tea-1", by: "ada", at: Self.bought)
        let older = world.records.all
        try await world.apply(VisibilityPatch(consent: .init(sharing: .off)), to: "ada")
        // The mark of the day after the narrowing, among the records of the day before.
        let mark = world.keys.address(of: .recordsMark)
        let newer = world.records.all[mark]
        try await world.put("cleo")
        try await world.put("dan")
        world.records.putBack(older)
        world.records.replace(mark, by: newer)
        await #expect(throws: PolicyLoadError.self) {
            _ = try await world.reopened(policy: nil, PolicyPermission(revision: "feedfeedfeedfeed"))
        }
        #expect(try await shown(world) == 0)
    }

    @Test func `people without keys are not taken for erased ones`() async throws {
        let world = try await world()
        let ben = try await world.id("ben")
        let wrap = world.keys.wrapAddress(of: ben)
        let kept = try #require(try await world.keyStore.wraps(at: [wrap])[0])
        try await world.apply(VisibilityPatch(consent: .init(sharing: .off)), to: "ada")
        let older = world.records.all
        try await world.put("cleo")
        try await world.put("dan")
        world.records.putBack(older)
        var batch = SealedBatch()
        batch.delete(wrap)
        try await world.keyStore.commit(batch)
        #expect(try await world.reopened().point.people.all().contains(ben))
        batch = SealedBatch()
        batch.put(kept, at: wrap)
        try await world.keyStore.commit(batch)
        let again = try await world.reopened()
        #expect(try await again.point.vault.head(of: again.id("ada"))?.value.friends[ben] != nil)
        #expect(try await again.point.vault.head(of: ben) != nil)
    }

    @Test func `nobody's journal names somebody who was erased`() async throws {
        let world = try await world()
        let (ada, ben) = (try await world.id("ada"), try await world.id("ben"))
        try await world.block("cleo", by: "ben")
        try await world.put("cleo")
        try await world.apply(VisibilityPatch(consent: .init(sharing: .off)), to: "ben")
        try await world.share("ben", since: World.start)
        try await world.apply(VisibilityPatch(consent: .init(sharing: .off)), to: "ben")
        let journal = NarrowingJournal(vault: world.point.vault)
        let before = try #require(try await journal.floors(of: [ben])[0]?.standing?.value)
        #expect(before.friends[ada] != nil)
        try await world.remove("ada")
        let after = try #require(try await journal.floors(of: [ben])[0]?.standing?.value)
        #expect(after.friends.isEmpty)
        #expect(after.blocks == before.blocks)
        try await world.remove("cleo")
        let last = try #require(try await journal.floors(of: [ben])[0]?.standing?.value)
        #expect(last.blocks.handles.isEmpty)
    }

    @Test func `facts that do not open keep nobody from narrowing while something is held`() async throws {
        let world = try await world()
        try await world.buy("bread-1", by: "ada", at: "2026-01-12T10:00:00Z")
        try world.now(RaiseWorlds.shown)
        try await world.damageFacts(of: "ada")
        try await world.point.load(RaiseWorlds.policy(raising: "bread 1"))
        try await world.apply(VisibilityPatch(consent: .init(sharing: .off)), to: "ada")
        #expect(try await world.point.visibility.settings(of: world.id("ada"))?.sharing.on == false)
    }
}
