import Domain
import SampleWorld
@_spi(EnforcementPoint) import Sealing
import Storage
import Testing
import VitrineTesting

@testable import Disclosure

struct CounterTests {
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo")
        try await world.befriend("ada", "ben")
        return world
    }

    @Test func `an older head put back is refused, and a newer process refuses it too`() async throws {
        let world = try await world()
        let address = world.keys.address(of: .head(try await world.id("ada")))
        let old = try #require(world.records.all[address])
        try await world.unfriend("ada", "ben")
        let new = try #require(world.records.all[address])
        world.records.replace(address, by: old)
        let again = try await world.reopened()
        #expect(try await again.point.vault.head(of: try await world.id("ada")) == nil)
        #expect(again.point.failedOpenCount > 0)
        world.records.replace(address, by: new)
        #expect(try await world.reopened().point.vault.head(of: try await world.id("ada")) != nil)
    }

    @Test(arguments: [false, true])
    func `a token that was revoked stays so when its older box is put back`(withTheMark: Bool) async throws {
        let world = try await world()
        let issued = try await world.point.tokens.issue(
            client: "app", person: try World.handle("ada"), scopes: [.feedRead], days: nil)
        let before = world.records.all
        #expect(try await world.point.tokens.revoke(issued.token.id))
        for (address, box) in before where world.records.all[address] != box {
            if address == world.keys.address(of: .recordsMark), !withTheMark { continue }
            world.records.replace(address, by: box)
        }
        let again = try await world.reopened()
        #expect(try await again.point.tokens.principal(bearing: issued.secret) == nil)
    }

    @Test func `an older roster put back is refused and not taken for a shorter one`() async throws {
        let world = try await world()
        let address = world.keys.address(of: .roster(.roster, 0))
        let old = try #require(world.records.all[address])
        try await world.put("dan")
        world.records.replace(address, by: old)
        let again = try await world.reopened()
        await #expect(throws: VaultError.unreadable) { try await again.point.people.all() }
        world.records.replace(address, by: nil)
        let third = try await world.reopened()
        await #expect(throws: VaultError.unreadable) { try await third.point.people.all() }
    }

    /// The write reached the counters and not the records, as when the process is killed in between.
    @Test func `counters raised by a write that never came are lowered again`() async throws {
        let world = try await world()
        let ada = try await world.id("ada")
        let records = world.records.all
        try await world.befriend("ada", "cleo")
        for (address, box) in world.records.all where records[address] != box {
            world.records.replace(address, by: records[address])
        }
        for address in Set(records.keys).subtracting(world.records.all.keys) {
            world.records.replace(address, by: records[address])
        }
        for round in 1...2 {
            let again = try await world.reopened()
            let head = try #require(try await again.point.vault.head(of: ada)?.value, "round \(round)")
            #expect(head.friends.count == 1)
            #expect(again.point.failedOpenCount == 0)
        }
        let again = try await world.reopened()
        try await again.befriend("ada", "cleo")
        #expect(try await again.reopened().point.vault.head(of: ada)?.value.friends.count == 2)
    }

    /// The write reached both, and the process was killed before it could say so.
    @Test func `counters raised by a write that came stand`() async throws {
        let world = try await world()
        let ada = try await world.id("ada")
        let address = world.keys.address(of: .head(ada))
        let old = world.records.all[address]
        try await world.unfriend("ada", "ben")
        let again = try await world.reopened()
        #expect(try await again.point.vault.head(of: ada)?.value.friends.isEmpty == true)
        world.records.replace(address, by: old)
        #expect(try await world.reopened().point.vault.head(of: ada) == nil)
    }

    @Test func `a write that fails leaves no counter in doubt`() async throws {
        let world = try await world()
        world.records.refuseNextCommit()
        await #expect(throws: VaultError.self) { try await world.unfriend("ada", "ben") }
        #expect(try await world.point.vault.head(of: try await world.id("ada")) != nil)
        try await world.unfriend("ada", "ben")
        #expect(
            try await world.reopened().point.vault.head(of: try await world.id("ada"))?.value.friends.isEmpty == true)
        #expect(world.point.failedOpenCount == 0)
    }

    @Test func `an older index put back does not lead anywhere`() async throws {
        let world = try await world()
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        let key = try World.key("tea-1")
        let address = world.keys.address(of: .purchase(key))
        let old = world.records.all[address]
        try await world.point.intake.remove(key)
        world.records.replace(address, by: old)
        let again = try await world.reopened()
        try await again.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        #expect(again.point.failedOpenCount == 1)
        #expect(try await again.ledger(of: "ada").count == 1)
    }

    @Test func `many failures raise one alarm an interval, with a number`() async throws {
        let clock = try await World().clock
        let failures = OpenFailures(clock: clock)
        let told = Told()
        failures.onAlarm { told.add($0) }
        for _ in 1...1_000 { failures.note() }
        #expect(told.all == [1])
        clock.set(clock.now.advanced(bySeconds: OpenFailures.interval))
        failures.note()
        #expect(told.all == [1, 1_000])
        #expect(failures.count == 1_001)
    }

    @Test func `a write of more records than one entry holds is lowered again, all of them`() async throws {
        let world = try await world()
        let last = UInt64(OpenTransaction.countersAPart * 2 + 5)
        let written = WriteCounter(era: 0, count: 1)
        let raised = Dictionary(uniqueKeysWithValues: (1...last).map { (Address(high: $0, low: 7), written) })
        let parts = OpenTransaction(
            number: 4, raised: raised.keys.sorted().map { .init(address: $0, former: .zero) }
        ).encodedParts()
        #expect(parts.count == 3 && parts.allSatisfy { $0.count <= KeyHierarchy.largestPlaintext })
        let bytes = parts[0]
        let first = try OpenTransaction.first(bytes.span)
        #expect(first.parts == 2 && first.transaction.number == 4)
        _ = try await world.point.vault.counters.begin(raised, beside: SealedBatch())
        let again = try await world.reopened()
        let counters = try await again.point.vault.counters.expected(Array(raised.keys))
        #expect(counters.allSatisfy { $0.counter == .zero })
        #expect(try await again.point.people.all().count == 3)
        try await again.befriend("ada", "cleo")
    }
}
