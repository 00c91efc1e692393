import Domain
import PolicyEngine
import SampleWorld
@_spi(EnforcementPoint) import Sealing
import Storage
import StorageSQLite
import Testing
import VitrineTesting

@testable import Disclosure

/// Boxes of a database as the product makes it, each put in the place of every other.
struct SwapTests {
    /// A record with the one key that it may be opened with.
    private struct Kept {
        var name: RecordName
        var box: SealedBox
        var open: (SealedBox, RecordName) -> Bool
    }

    private static let people = ["ada", "ben", "cleo"]

    private func records(_ world: World) async throws -> [Kept] {
        let vault = world.point.vault
        var kept: [Kept] = []
        func add<Class: SealingClass>(_ name: RecordName, _ key: RecordKey<Class>) async throws {
            guard let box = try await vault.boxes([name])[0] else { return }
            kept.append(
                Kept(name: name, box: box) { box, name in
                    (try? vault.keys.opened(box, as: name, with: key) { _ in true }) ?? false
                })
        }
        let service = vault.keys.serviceKey
        for name in Self.people {
            let person = try await world.id(name)
            let head = try #require(try await vault.head(of: person)?.value)
            let keys = try #require(try await vault.ownerKeys(of: person))
            let stand = try await vault.counters.expected([vault.keys.address(of: .head(person))])[0].counter
            try await add(.head(person).counted(stand), keys.open)
            try await add(.directory(head.handle), service)
            for name in VisibilitySettings.historyNames(of: head) { try await add(name, keys.open) }
            for (number, counter) in zip(head.open.segments, head.open.counters) {
                try await add(.segment(person, .open, number, counter: counter), keys.open)
            }
            for (number, counter) in zip(head.withheld.segments, head.withheld.counters) {
                try await add(.segment(person, .withheld, number, counter: counter), keys.withheld)
            }
            for fact in try await OwnerRecords(open: vault).facts(of: head) {
                try await add(.details(person, .open, fact.ordinal, of: fact.facts.nonce), keys.open)
            }
            for fact in try await OwnerRecords(withheld: vault).facts(of: head) {
                try await add(.details(person, .withheld, fact.ordinal, of: fact.facts.nonce), keys.withheld)
            }
            for purchase in try await world.ledger(of: name) {
                try await add(.purchase(try World.key(purchase.order)), service)
            }
        }
        for kind in [RecordKind.roster, .tokenRoster] {
            let address = vault.keys.address(of: .roster(kind, 0))
            let length = try await vault.counters.expected([address])[0].counter
            try await add(.roster(kind, 0).counted(length), service)
            try await add(.roster(kind, 1).counted(length), service)
        }
        for digest in try await Roster.tokens.entries(vault) { try await add(.token(digest), service) }
        try await add(.recordsMark, service)
        return kept
    }

    private func furnish(_ world: World) async throws {
        try await world.point.catalogue.replaceTaxonomy(SampleCatalogue.categories)
        try await world.point.catalogue.put(SampleCatalogue.entries())
        for name in Self.people { try await world.put(name) }
        try await world.befriend("ada", "ben")
        try await world.befriend("ben", "cleo")
        for name in Self.people {
            try await world.share(name, since: World.start)
            for number in 1...4 {
                for (index, product) in ["tea-1", "bread-2", "pill-1"].enumerated() {
                    try await world.buy(
                        product, by: name, at: "2026-01-05T1\(index):0\(number):00Z",
                        order: "\(name)-\(product)-\(number)")
                }
            }
            _ = try await world.point.tokens.issue(
                client: "app", person: try World.handle(name), scopes: [.feedRead], days: nil)
        }
    }

    @Test func `no box opens in the place of another, in a database of the product`() async throws {
        let directory = try TemporaryDirectory()
        let store = try SQLiteDataStore.create(path: directory.path("vitrine.db"))
        defer { try? store.close() }
        let world = try await World(over: store)
        try await furnish(world)
        let kept = try await records(world)
        // Nothing lies there that is not in the list.
        #expect(try await store.count() == kept.count)
        #expect(Set(kept.map(\.name.kind)).count >= 10)
        var accepted = 0
        for (position, place) in kept.enumerated() {
            #expect(place.open(place.box, place.name), "\(place.name.kind)")
            for (other, record) in kept.enumerated() where other != position {
                if place.open(record.box, place.name) { accepted += 1 }
            }
        }
        #expect(accepted == 0)
    }

    @Test func `no box opens with a byte of its header altered, or cut short`() async throws {
        let directory = try TemporaryDirectory()
        let store = try SQLiteDataStore.create(path: directory.path("vitrine.db"))
        defer { try? store.close() }
        let world = try await World(over: store)
        try await furnish(world)
        var accepted = 0
        for record in try await records(world) {
            for index in 0..<63 {
                var bytes = record.box.bytes
                bytes[index] ^= 1 << UInt8(index % 8)
                if record.open(SealedBox(bytes: bytes), record.name) { accepted += 1 }
            }
            for length in record.box.bytes.indices {
                if record.open(SealedBox(bytes: Array(record.box.bytes[..<length])), record.name) { accepted += 1 }
            }
        }
        #expect(accepted == 0)
    }

    /// What the types refuse when the program is compiled is refused by the keys, too.
    @Test func `the capability of the feed opens nothing that is withheld`() async throws {
        let directory = try TemporaryDirectory()
        let store = try SQLiteDataStore.create(path: directory.path("vitrine.db"))
        defer { try? store.close() }
        let world = try await World(over: store)
        try await furnish(world)
        let vault = world.point.vault
        let ada = try await world.id("ada")
        let head = try #require(try await vault.head(of: ada)?.value)
        #expect(head.withheld.ordinals.count == 4 && head.open.ordinals.count == 8)
        // All withheld records in the places of the open ones.
        var batch = SealedBatch()
        for (open, withheld) in zip(head.open.ordinals, head.withheld.ordinals) {
            let box = try #require(try await vault.boxes([.details(ada, .withheld, withheld)])[0])
            batch.put(box, at: world.keys.address(of: .details(ada, .open, open)))
        }
        let segment = try #require(try await vault.boxes([.segment(ada, .withheld, 0)])[0])
        batch.put(segment, at: world.keys.address(of: .segment(ada, .open, 0)))
        try await store.commit(batch)
        let before = world.point.failedOpenCount
        let records = OwnerRecords(open: vault)
        #expect(try await records.facts(of: head).isEmpty)
        let places = try await OwnerRecords(withheld: vault).facts(of: head).map { DetailsPlace(owner: ada, $0) }
        let opened = try await records.details(places) { _, _ in true }
        #expect(opened.allSatisfy { $0 == nil })
        #expect(world.point.failedOpenCount == before + 1 + 4)
    }
}
