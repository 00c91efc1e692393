import Domain
import SampleWorld
@_spi(EnforcementPoint) import Sealing
import Storage
import StorageSQLite
import Testing
import VitrineTesting

@testable import Disclosure

/// What nothing leads to once something of a person does not open.
struct StrayTests {
    private static let orders = ["tea-1", "tea-2", "pill-1"]

    /// Ada has bought three things, one of them withheld; ben one.
    private func furnish(_ world: World) async throws {
        try await world.put("ada", "ben")
        try await world.share("ada", since: World.start)
        for order in Self.orders { try await world.buy(order, by: "ada", at: "2026-01-05T12:00:00Z") }
        try await world.buy("tea-3", by: "ben", at: "2026-01-05T12:00:00Z")
    }

    private func world() async throws -> World {
        let world = try await World()
        try await furnish(world)
        return world
    }

    /// Everything that there may be of a person.
    private func names(of person: PersonID, orders: [String] = orders) throws -> [RecordName] {
        var names = [RecordName.head(person), .shop(person, counter: .zero), .directory(try World.handle("ada"))]
        for keyClass in [KeyClass.open, .withheld] {
            names += (0..<4).map { .segment(person, keyClass, $0) }
            names += (0..<256).map { .details(person, keyClass, $0) }
        }
        return names + (0..<20).map { .history(person, $0) } + (try orders.map { .purchase(try World.key($0)) })
    }

    private func left(of person: PersonID, in world: World, orders: [String] = orders) async throws -> [RecordName] {
        let names = try names(of: person, orders: orders)
        return zip(names, try await world.point.vault.boxes(names)).filter { $1 != nil }.map(\.0)
    }

    private static let damages: [(what: String, damage: @Sendable (World) async throws -> Void)] = [
        ("nothing", { _ in }),
        ("facts", { try await $0.damageFacts(of: "ada") }),
        ("details", { try await $0.damageDetails(1, of: "ada") }),
        ("a head", { try await $0.damageHead(of: "ada") }),
    ]

    @Test(arguments: damages.indices)
    func `an erasure leaves no box behind, whatever does not open`(number: Int) async throws {
        let world = try await world()
        let ada = try await world.id("ada")
        // As many as there are of ada and of nobody else: head, entry, two segments, three purchases with their entries, history.
        #expect(try await left(of: ada, in: world).count >= 10)
        try await Self.damages[number].damage(world)
        let again = try await world.reopened()
        _ = try #require(try await again.point.erasure.erase(World.handle("ada")))
        #expect(try await left(of: ada, in: again).isEmpty, "\(Self.damages[number].what)")
        #expect(try await again.ledger(of: "ben").map(\.order) == ["tea-3"])
        #expect(try await again.point.people.find(World.handle("ada")) == nil)
        #expect(try await again.point.people.all().count == 1)
    }

    @Test func `what retention could not read leaves no entry behind after an erasure`() async throws {
        let world = try await world()
        let ada = try await world.id("ada")
        try await world.damageDetails(0, of: "ada")
        try await world.point.vault.write { transaction in
            let head = try #require(try await transaction.head(of: ada))
            _ = try await world.point.intake.removeAll(
                of: head, before: World.instant("2026-02-01T00:00:00Z"), transaction)
        }
        #expect(try await left(of: ada, in: world).contains(.purchase(World.key("tea-1"))))
        try await world.remove("ada")
        #expect(try await left(of: ada, in: world).isEmpty)
    }

    @Test func `an older copy that is put back holds no purchase of before the erasure`() async throws {
        let world = try await world()
        let ada = try await world.id("ada")
        let before = world.records.all
        try await world.point.intake.remove(World.key("tea-1"))
        try await world.remove("ada")
        world.records.putBack(before)
        let again = try await world.reopened()
        #expect(try await left(of: ada, in: again).isEmpty)
        #expect(try await again.ledger(of: "ben").count == 1)
    }

    @Test func `a copy of before the re-sealing under way holds nothing of the old addresses`() async throws {
        let world = try await world()
        let ada = try await world.id("ada")
        try await world.point.resealing.begin()
        let before = world.records.all
        let stop = Interruption(at: 1)
        await #expect(throws: Interruption.Interrupted.self) {
            _ = try await world.point.resealing.run(observer: stop.observer)
        }
        try await world.remove("ada")
        world.records.putBack(before)
        let again = try await world.reopened()
        #expect(try await left(of: ada, in: again).isEmpty)
        #expect(try await again.ledger(of: "ben").count == 1)
    }

    @Test func `a handle and an order that are somebody else's by now stay theirs`() async throws {
        let world = try await world()
        let address = world.point.recordsMarkAddress
        let mark = world.records.all[address]
        try await world.remove("ada")
        try await world.put("ada")
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        let written = world.records.all.count
        // Records whose own word cannot be trusted: everything that the journal knows is applied again.
        world.records.replace(address, by: mark)
        let again = try await world.reopened()
        #expect(try await again.ledger(of: "ada").map(\.order) == ["tea-1"])
        try await again.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        #expect(try await again.ledger(of: "ada").count == 1)
        #expect(again.records.all.count <= written + 1)
    }

    @Test func `an order that became somebody else's while it was looked for stays theirs`() async throws {
        let directory = try TemporaryDirectory()
        let file = try SQLiteDataStore.create(path: directory.path("vitrine.db"))
        defer { try? file.close() }
        let store = OvertakenStore(file)
        let world = try await World(over: store)
        try await furnish(world)
        let ada = try await world.id("ada")
        store.overtake(afterPages: 1) {
            try await world.point.intake.remove(World.key("tea-1"))
            try await world.buy("tea-1", by: "ben", at: "2026-01-05T12:00:00Z")
        }
        try await world.remove("ada")
        #expect(store.wasOvertaken && store.failure == nil)
        #expect(Set(try await world.ledger(of: "ben").map(\.order)) == ["tea-1", "tea-3"])
        #expect(try await left(of: ada, in: world) == [.purchase(World.key("tea-1"))])
        try await world.buy("tea-1", by: "ben", at: "2026-01-05T12:00:00Z")
        #expect(try await world.ledger(of: "ben").count == 2)
    }
}
