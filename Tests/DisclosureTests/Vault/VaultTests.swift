import Domain
import SampleWorld
import Sealing
import Storage
import Testing

@testable import Disclosure

struct VaultTests {
    @Test func `a write that fails changes nothing, and is said to have failed`() async throws {
        let world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        world.records.refuseNextCommit()
        await #expect(throws: VaultError.storage(.writeFailed(code: 28))) { try await world.unfriend("ada", "ben") }
        let ben = try await world.id("ben")
        #expect(try await world.point.vault.head(of: world.id("ada"))?.value.friends[ben] != nil)
    }

    @Test func `a dry run finds the faults and writes nothing`() async throws {
        let world = try await World()
        try await world.put("ada", "ben")
        let before = world.records.all
        let pairs = try [("ada", "ben"), ("ada", "nemo"), ("ada", "ada")].map {
            (try World.handle($0.0), try World.handle($0.1))
        }
        let faults = try await world.point.people.befriend(pairs, dryRun: true)
        #expect(faults == [1: .unknownPerson, 2: .samePerson])
        #expect(world.records.all == before)
    }

    @Test func `an old box put back in the place of a newer one does not open`() async throws {
        let world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        try await world.share("ada", since: World.start)
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try world.now("2026-02-06T00:00:00Z")
        #expect(try await world.purchases(of: "ada", for: "ben").count == 1)
        let segment = world.keys.address(of: .segment(try await world.id("ada"), .open, 0))
        let old = world.records.all[segment]
        try await world.setItem("tea-1", of: "ada", to: .hidden)
        #expect(try await world.purchases(of: "ada", for: "ben").isEmpty)
        var batch = SealedBatch()
        batch.put(try #require(old), at: segment)
        try await world.records.commit(batch)
        let again = try await world.reopened()
        #expect(try await again.purchases(of: "ada", for: "ben").isEmpty)
        #expect(again.point.failedOpenCount > 0)
    }
}
