import Domain
import PolicyEngine
import SampleWorld
@_spi(EnforcementPoint) import Sealing
import Storage
import Synchronization
import Testing

@testable import Disclosure

/// Remains are kept, moved and destroyed as the purchases are that they were of.
struct RemainsKeepingTests {
    private static let rules = """
        keep: { purchases: 36 months, history: 1 year, tokens: 1 month, backups: 1 month }
        because: [promise]
        """

    /// A way for a hidden purchase to go, after which it is sent again.
    private static let ways: [@Sendable (World) async throws -> Void] = [
        { try await $0.deletePurchase() },
        { try await $0.send(by: "cleo") },
        { world in
            try await world.send(by: "cleo")
            try await world.deletePurchase()
        },
    ]

    @Test(arguments: 0..<3, 0..<4)
    func `a copy put back, from before and from after, does not show what was hidden`(
        way: Int, copy: Int
    ) async throws {
        let world = try await RemainsWorld.make()
        var copies = [world.records.all]
        try await world.send()
        copies.append(world.records.all)
        try await world.setItem("o", of: "ada", to: .hidden)
        copies.append(world.records.all)
        try await Self.ways[way](world)
        copies.append(world.records.all)
        world.records.putBack(copies[copy])
        #expect(try await world.seen().isEmpty)
        let again = try await world.reopened()
        try await again.send()
        #expect(try await again.ledger(of: "ada").map(\.visibility) == ["hidden"])
        #expect(try await again.seen().isEmpty)
        // Twice restored is as good as once.
        again.records.putBack(copies[copy])
        let third = try await again.reopened()
        try await third.send()
        #expect(try await third.seen().isEmpty)
    }

    @Test func `a return is not undone by an older copy and a late message`() async throws {
        let world = try await RemainsWorld.make()
        let empty = world.records.all
        try await world.send()
        let bought = world.records.all
        try await world.send(isReturned: true)
        try await world.deletePurchase()
        for copy in [empty, bought] {
            world.records.putBack(copy)
            let again = try await world.reopened()
            try await again.send()
            #expect(try await again.ledger(of: "ada").map(\.status) == ["returned"])
            #expect(try await again.seen().isEmpty)
        }
    }

    @Test func `sealed anew, remains hold, and nothing is left over`() async throws {
        let world = try await RemainsWorld.make()
        try await world.send()
        try await world.setItem("o", of: "ada", to: .hidden)
        try await world.send(by: "cleo")
        try await world.buy("tea-2", by: "dan", at: "2026-01-05T12:00:00Z", order: "p")
        try await world.setItem("p", of: "dan", to: .hidden)
        try await world.point.intake.remove(World.key("p"))
        for _ in 0..<2 {
            let count = world.records.all.count
            try await world.point.resealing.begin()
            #expect(try await world.point.resealing.run().isWhole)
            #expect(abs(world.records.all.count - count) <= 2, "but for a segment that filled up")
        }
        let again = try await world.reopened()
        #expect(again.point.failedOpenCount == 0)
        #expect(try await again.ledger(of: "cleo").map(\.order) == ["o"], "the key leads to its last buyer")
        try await again.send()
        try await again.buy("tea-2", by: "dan", at: "2026-01-05T12:00:00Z", order: "p", waiting: false)
        #expect(try await again.ledger(of: "ada").map(\.visibility) == ["hidden"])
        #expect(try await again.ledger(of: "dan").map(\.visibility) == ["hidden"])
        #expect(try await again.seen().isEmpty)
    }

    @Test func `remains expire when the purchase would have`() async throws {
        let world = try await World(policy: SamplePolicy.load(retention: Self.rules))
        try await world.put("ada", "cleo")
        try await world.send()
        try await world.setItem("o", of: "ada", to: .hidden)
        let full = world.records.all.count
        try await world.deletePurchase()
        #expect(world.records.all.count == full)
        try world.now("2029-01-05T00:00:00Z")
        _ = try await world.point.retention.eraseExpired()
        #expect(world.records.all.count == full)
        try world.now("2029-01-06T00:00:00Z")
        #expect(try await world.point.retention.eraseExpired() == .init(), "it is no purchase any more")
        // Its details and its entry in the index.
        #expect(world.records.all.count == full - 2)
        #expect(world.records.all[world.keys.address(of: .purchase(try World.key("o")))] == nil)
    }

    @Test func `what is noted as lost is forgotten when it would have expired`() async throws {
        let world = try await World(policy: SamplePolicy.load(retention: Self.rules))
        try await world.put("ada")
        world.point.vault.remainsLimit.withLock { $0 = 0 }
        try await world.send()
        try await world.setItem("o", of: "ada", to: .hidden)
        try await world.deletePurchase()
        func lost() async throws -> UInt32? { try await world.point.vault.head(of: world.id("ada"))?.value.lostRemains }
        #expect(try await lost() ?? 0 > 0)
        try world.now("2029-01-05T00:00:00Z")
        _ = try await world.point.retention.eraseExpired()
        #expect(try await lost() ?? 0 > 0)
        try world.now("2029-01-06T00:00:00Z")
        _ = try await world.point.retention.eraseExpired()
        #expect(try await lost() == 0)
    }

    @Test func `erasure takes a person's remains, and leaves those that others have of the same key`() async throws {
        let world = try await RemainsWorld.make()
        let empty = world.records.all.count
        try await world.send()
        try await world.setItem("o", of: "ada", to: .hidden)
        try await world.send(by: "cleo")
        try await world.setItem("o", of: "cleo", to: .standard)
        let boxes = world.records.all
        let told = try #require(try await world.point.erasure.erase(World.handle("cleo"))?.told)
        #expect(Set(boxes.keys).subtracting(world.records.all.keys).count == told.certificate.records)
        // Nothing of cleo leads anywhere, and what ada said still holds.
        let again = try await world.reopened()
        try await again.send()
        #expect(try await again.seen().isEmpty)
        try await again.deletePurchase()
        try await again.remove("ada")
        #expect(again.records.all[world.keys.address(of: .purchase(try World.key("o")))] == nil)
        #expect(again.records.all.count < empty)
        try await again.send(by: "dan")
        #expect(try await again.seen() == ["dan"])
    }

    @Test func `remains of somebody else outlive the expiry of the last row of a key`() async throws {
        let world = try await World(policy: SamplePolicy.load(retention: Self.rules))
        try await world.put("ada", "cleo")
        try await world.send()
        try await world.setItem("o", of: "ada", to: .hidden)
        // Corrected in its buyer and in its day.
        try await world.buy("tea-1", by: "cleo", at: "2026-01-03T12:00:00Z", order: "o", waiting: false)
        try world.now("2029-01-04T00:00:00Z")
        #expect(try await world.point.retention.eraseExpired().purchases == 1)
        let again = try await world.reopened()
        try await again.buy("tea-1", by: "cleo", at: "2028-01-03T12:00:00Z", order: "o", waiting: false)
        #expect(try await again.ledger(of: "cleo").map(\.visibility) == ["hidden"])
    }

    @Test func `remains have the size and the form of the purchase that they were of`() async throws {
        let world = try await RemainsWorld.make()
        try await world.send()
        try await world.setItem("o", of: "ada", to: .hidden)
        let before = world.records.all.mapValues(\.bytes.count)
        try await world.deletePurchase()
        let after = world.records.all
        #expect(after.mapValues(\.bytes.count) == before)
        let header = KeyHierarchy.header(ofGeneration: 1)
        #expect(after.values.allSatisfy { $0.bytes.starts(with: header) })
        // No byte of what was bought is in them, only who is to see it if it is sent again.
        let ada = try await world.id("ada")
        let head = try #require(try await world.point.vault.head(of: ada)?.value)
        let facts = try await OwnerRecords(open: world.point.vault).readFacts(of: head).facts
        #expect(facts.map(\.facts.isGone) == [true])
        #expect(facts.allSatisfy { $0.facts.product == 0 && $0.facts.category == 0 })
        let details = try await OwnerRecords(open: world.point.vault).read(facts.map { .init(owner: ada, $0) }) {
            (_, bytes) throws(RecordFormatError) in (0..<bytes.count).map { bytes[$0] }
        }
        let text = String(decoding: try #require(details.first ?? nil), as: UTF8.self)
        #expect(text.contains("platform") && !text.contains("tea-1") && !text.contains("Tea"))
    }

    @Test func `owners are given what remains, and nobody else's`() async throws {
        let world = try await RemainsWorld.make()
        try await world.send()
        try await world.setItem("o", of: "ada", to: .atMost(.closeFriends))
        try await world.send(by: "cleo")
        let mine = try #require(try await world.point.ownExport.records(of: world.id("ada"))).value.remains
        #expect(mine.map(\.order) == ["o"] && mine.map(\.visibility) == ["close-friends"])
        #expect(try await world.point.ownExport.records(of: world.id("cleo"))?.value.remains.isEmpty == true)
    }

    @Test func `an audit knows what every box of remains is`() async throws {
        let world = try await RemainsWorld.make()
        try await world.send()
        try await world.setItem("o", of: "ada", to: .hidden)
        try await world.send(by: "cleo")
        try await world.buy("tea-2", by: "dan", at: "2026-01-05T12:00:00Z", order: "p", waiting: false)
        try await world.setItem("p", of: "dan", to: .hidden)
        try await world.point.intake.remove(World.key("p"))
        var (addresses, orders): (Set<Address>, Set<String>) = ([], [])
        try await world.point.auditSubjects.enumerate(
            AuditSubjects.Receiver(
                secret: { _, secret in if case .order(let order) = secret { orders.insert(order) } },
                box: { box in addresses.insert(box.address) }))
        #expect(Set(world.records.all.keys).subtracting(addresses).isEmpty)
        #expect(orders == ["o", "p"])
    }

    @Test func `facts of the former form are read`() throws {
        var values = SampleRecordValues(seed: 7)
        var facts = values.facts()
        facts.override = .atMost(.closeFriends)
        var writer = RecordWriter()
        facts.write(to: &writer)
        var cursor = RecordCursor()
        // An override of before has nothing of others in it, and counts as the owner's own.
        let read = try PurchaseFacts(&cursor, in: writer.bytes.span)
        #expect(read == facts && read.hasOwnWord)
        #expect(writer.bytes.count == PurchaseFacts.byteCount)
        facts.others = .hidden
        facts.flags.insert(.spoken)
        writer = RecordWriter()
        facts.write(to: &writer)
        cursor = RecordCursor()
        #expect(try PurchaseFacts(&cursor, in: writer.bytes.span) == facts)
    }
}
