import Domain
import PolicyEngine
import SampleWorld
import Testing
import VitrineTesting

@testable import Disclosure

struct IntakeTests {
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo")
        try await world.befriend("ada", "ben")
        try await world.befriend("cleo", "ben")
        for name in ["ada", "cleo"] { try await world.share(name, since: World.start) }
        return world
    }

    private func facts(of name: String, _ world: World) async throws -> [PurchaseFacts] {
        let head = try #require(try await world.point.vault.head(of: world.id(name))?.value)
        return try await OwnerRecords(open: world.point.vault).facts(of: head).map(\.facts)
    }

    private func withheldFacts(of name: String, _ world: World) async throws -> [PurchaseFacts] {
        let head = try #require(try await world.point.vault.head(of: world.id(name))?.value)
        return try await OwnerRecords(withheld: world.point.vault).facts(of: head).map(\.facts)
    }

    @Test func `the same purchase sent again changes nothing`() async throws {
        let world = try await world()
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        let before = world.records.all
        world.clock.advance(bySeconds: 40 * 86_400)
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        #expect(world.records.all == before)
    }

    @Test func `a correction keeps the release and what the owner said of the purchase`() async throws {
        let world = try await world()
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z", total: 500)
        try await world.setItem("tea-1", of: "ada", to: .atMost(.closeFriends))
        let old = try #require(try await facts(of: "ada", world).first)
        world.clock.advance(bySeconds: 60 * 86_400)
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z", total: 700)
        let new = try #require(try await facts(of: "ada", world).first)
        #expect(try await facts(of: "ada", world).count == 1)
        #expect(new.override == .atMost(.closeFriends))
        #expect(new.releaseDays == old.releaseDays && new.releaseMinute == old.releaseMinute)
        #expect(new.nonce == old.nonce)
        #expect(try await world.ledger(of: "ada").map(\.total.amount) == [700])
    }

    @Test func `a corrected product is a late arrival, and keeps what the owner said`() async throws {
        let world = try await world()
        try await world.buy("mystery-1", by: "ada", at: "2026-01-05T12:00:00Z", order: "tea-1")
        let old = try #require(try await withheldFacts(of: "ada", world).first)
        world.clock.advance(bySeconds: 60 * 86_400)
        try await world.buy("bread-1", by: "ada", at: "2026-01-05T12:00:00Z", order: "tea-1")
        let new = try #require(try await facts(of: "ada", world).first)
        #expect(new.nonce == old.nonce && new.product != old.product)
        #expect(new.release(.month) > old.release(.month))
        #expect(new.release(.month) * 60 > world.clock.now.seconds)
    }

    @Test func `a corrected instant is a withdrawal and a late arrival`() async throws {
        let world = try await world()
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try world.now("2026-02-06T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").count == 1)
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:01:00Z")
        #expect(try await world.feedItems(of: "ben").isEmpty)
        try world.now("2026-03-04T23:59:59Z")
        #expect(try await world.feedItems(of: "ben").isEmpty)
        try world.now("2026-03-05T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").map(\.time.value) == ["2026-01"])
    }

    @Test func `a purchase whose buyer was wrong moves, and takes nothing of the first along`() async throws {
        let world = try await world()
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try await world.setItem("tea-1", of: "ada", to: .hidden)
        try await world.buy("tea-1", by: "cleo", at: "2026-01-05T12:00:00Z")
        #expect(try await world.ledger(of: "ada").isEmpty)
        #expect(try await world.ledger(of: "cleo").map(\.visibility) == ["hidden"])
        try world.now("2026-02-06T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").isEmpty)
    }

    @Test func `what was returned is hidden, and stays in the ledger`() async throws {
        let world = try await world()
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try world.now("2026-02-06T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").count == 1)
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z", isReturned: true)
        #expect(try await world.feedItems(of: "ben").isEmpty)
        #expect(try await world.ledger(of: "ada").map(\.status) == ["returned"])
    }

    @Test func `what was deleted is nowhere`() async throws {
        let world = try await world()
        let before = world.records.all.count
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try await world.point.intake.remove(World.key("tea-1"))
        try await world.point.intake.remove(World.key("never"))
        #expect(try await world.ledger(of: "ada").isEmpty)
        // The segment stays, full of vacant slots.
        #expect(world.records.all.count == before + 1)
    }

    @Test(arguments: ["nothing-like-it", "mystery-1", "pill-1"])
    func `goods unknown, uncategorised or of tier A are sealed apart and shown to nobody`(good: String) async throws {
        let world = try await world()
        try await world.buy(good, by: "ada", at: "2026-01-05T12:00:00Z")
        let head = try #require(try await world.point.vault.head(of: world.id("ada"))?.value)
        #expect(head.open == Head.Ledger())
        #expect(head.withheld.slots == 1)
        try world.now("2026-02-06T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").isEmpty)
        #expect(try await world.ledger(of: "ada").map(\.sensitivity.tier) == ["withhold"])
    }

    @Test func `a time without offset is on the clock of the buyer, and so is its day`() async throws {
        let world = try await World()
        try await world.put("ada", zone: "Asia/Shanghai")
        try await world.put("ben", zone: "America/New_York")
        try await world.buy("tea-1", by: "ada", at: "2026-01-06T01:30:00", order: "a")
        try await world.buy("tea-1", by: "ben", at: "2026-01-05T23:30:00", order: "b")
        #expect(try await world.ledger(of: "ada").map(\.at) == ["2026-01-05T17:30:00Z"])
        #expect(try await world.ledger(of: "ben").map(\.at) == ["2026-01-06T04:30:00Z"])
        #expect(try await facts(of: "ada", world).map(\.day.description) == ["2026-01-06"])
        #expect(try await facts(of: "ben", world).map(\.day.description) == ["2026-01-05"])
        // The zone told later does not move what is there.
        try await world.put("ada", zone: "UTC")
        #expect(try await facts(of: "ada", world).map(\.day.description) == ["2026-01-06"])
    }

    @Test func `bought in private stays private when private mode has ended, and when it is sent again`() async throws {
        let world = try await world()
        try await world.apply(VisibilityPatch(consent: .init(privateMode: .until(nil))), to: "ada")
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try world.now("2026-01-06T00:00:00Z")
        try await world.apply(VisibilityPatch(consent: .init(privateMode: .off)), to: "ada")
        try await world.buy("tea-2", by: "ada", at: "2026-01-05T18:00:00Z")
        try await world.buy("tea-3", by: "ada", at: "2026-01-06T00:00:00Z")
        try await world.buy("tea-1", by: "ada", at: "2026-01-06T12:00:00Z")
        try world.now("2026-02-06T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").count == 1)
        #expect(try await facts(of: "ada", world).filter { $0.flags.contains(.isPrivate) }.count == 2)
    }

    @Test func `bought as a minor stays hidden when minority has ended`() async throws {
        let world = try await World()
        try await world.put("ada", minor: true)
        try await world.put("ben")
        try await world.befriend("ada", "ben")
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try await world.put("ada", minor: false)
        try await world.share("ada", since: World.start)
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z", total: 501)
        try await world.buy("tea-2", by: "ada", at: "2026-01-05T12:00:00Z")
        try world.now("2026-02-06T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").count == 1)
        #expect(try await facts(of: "ada", world).map { $0.flags.contains(.minor) } == [true, false])
    }

    @Test func `a raised class stays, a lowered one does not lower what was bought before`() async throws {
        let world = try await world()
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try await world.buy("ball-2", by: "ada", at: "2026-01-05T12:00:00Z")
        try world.now("2026-02-06T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").count == 2)
        try await world.point.catalogue.put([SampleCatalogue.entry("tea-1", category: "hb-1-1", price: 500)])
        #expect(try await world.feedItems(of: "ben").count == 1)
        try await world.point.catalogue.put([SampleCatalogue.entry("ball-2", category: nil, price: 500)])
        #expect(try await world.feedItems(of: "ben").isEmpty)
        try await world.buy("wine-1", by: "ada", at: "2026-01-05T12:00:00Z")
        try await world.point.catalogue.put(
            [SampleCatalogue.entry("wine-1", category: "fb-1-2", price: 500)], allowsLowering: true)
        try world.now("2026-04-06T00:00:00Z")
        #expect(try await world.feedItems(of: "ben").isEmpty)
    }

    @Test func `what cannot be is refused`() async throws {
        let world = try await world()
        let at = World.start
        await #expect(throws: IntakeError.unknownBuyer) { try await world.buy("tea-1", by: "nemo", at: at) }
        await #expect(throws: IntakeError.unknownShop) { try await world.buy("tea-1", by: "ada", at: at, shop: "nemo") }
        await #expect(throws: IntakeError.quantityTooLarge) {
            try await world.buy("tea-1", by: "ada", at: at, quantity: 100_001)
        }
        await #expect(throws: IntakeError.negativeAmount) { try await world.buy("tea-1", by: "ada", at: at, total: -1) }
        for moment in ["1970-01-01T12:00:00Z", "2026-01-06T10:00:01Z", "1999-01-01T00:00:00+23:59"] {
            guard moment.hasPrefix("1999") else {
                await #expect(throws: IntakeError.implausibleInstant) {
                    try await world.buy("tea-1", by: "ada", at: moment, waiting: false)
                }
                continue
            }
            try await world.buy("tea-1", by: "ada", at: moment)
        }
        #expect(try await world.ledger(of: "ada").count == 1)
    }
}
