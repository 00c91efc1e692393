import Domain
import FriendShops
import SampleWorld
import Sealing
import Testing
import VitrineTesting

@testable import Disclosure

struct RemovalTests {
    /// Ada and ben, each with purchases of every kind, settings and a shop; cleo knows neither.
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ben", "cleo")
        try await world.befriend("ben", "cleo")
        try await furnish("ben", world)
        _ = try await token(of: "ben", world)
        return world
    }

    private func token(of name: String, _ world: World) async throws -> String {
        try await world.point.tokens.issue(
            client: "app", person: World.handle(name), scopes: [.feedRead], days: nil
        ).secret
    }

    private func furnish(_ name: String, _ world: World) async throws {
        try await world.share(name, since: World.start, classes: ["alcohol"])
        for number in 0..<70 {
            try await world.buy("tea-1", by: name, at: "2026-01-05T12:00:00Z", order: "\(name)-tea-\(number)")
        }
        for good in ["pill-1", "mystery-1", "wine-1"] {
            try await world.buy(good, by: name, at: "2026-01-05T12:00:00Z", order: "\(name)-\(good)")
        }
        try await world.buy("tea-2", by: name, at: "2026-01-05T12:00:00Z", order: "\(name)-tea-0")
        try await world.shops.setFront(
            FriendShops.Front(name: "Shop", sign: nil, line: nil, isOpen: true), of: world.id(name))
        try await world.shops.pick(World.product("tea-1"), slot: 1, of: world.id(name))
    }

    @Test func `a person taken away leaves nothing but the length of the list of everybody`() async throws {
        let world = try await world()
        let before = world.records.all
        try await world.put("ada")
        try await furnish("ada", world)
        _ = try await token(of: "ada", world)
        #expect(world.records.all.count > before.count + 150)
        try await world.remove("ada")
        let after = world.records.all
        // One more part at most: the list of everybody keeps its entries, of which no record is left.
        let left = Set(after.keys).subtracting(before.keys)
        #expect(left.isEmpty)
        #expect(Set(before.keys).isSubset(of: after.keys))
        #expect(try await world.point.people.find(World.handle("ada")) == nil)
    }

    @Test func `everybody else's boxes stay byte for byte`() async throws {
        let world = try await world()
        try await world.put("ada")
        try await furnish("ada", world)
        let rosters = Set(
            [UInt64(0), 1].map { world.point.vault.keys.address(of: .roster(.roster, $0)) })
        let before = world.records.all
        try await world.remove("ada")
        let after = world.records.all
        let mark = world.keys.address(of: .recordsMark)
        for (address, box) in after where !rosters.contains(address) && address != mark {
            #expect(before[address] == box)
        }
        #expect(try await world.ledger(of: "ben").count == 73)
    }

    @Test func `of a friend only the friendship goes`() async throws {
        let world = try await world()
        try await world.put("ada")
        try await world.befriend("ada", "ben")
        let ben = try await world.id("ben")
        let before = world.records.all
        try await world.remove("ada")
        let changed = world.records.all.filter { before[$0.key] != $0.value }.keys
        // The mark goes with every write, and the list of everybody has a vacant place.
        #expect(Set(changed) == Set([.head(ben), .roster(.roster, 1), .recordsMark].map(world.keys.address)))
        #expect(try await world.point.visibility.settings(of: ben)?.friendsSeeFrom.keys.sorted() == ["cleo"])
    }

    @Test func `whoever bears a token of theirs is nobody, also when the handle is used again`() async throws {
        let world = try await world()
        try await world.put("ada")
        let secret = try await token(of: "ada", world)
        let others = try await token(of: "ben", world)
        #expect(try await world.point.tokens.principal(bearing: secret) != nil)
        try await world.remove("ada")
        try await world.put("ada")
        for service in [world, try await world.reopened()] {
            #expect(try await service.point.tokens.principal(bearing: secret) == nil)
            #expect(try await service.point.tokens.principal(bearing: others) != nil)
        }
    }

    @Test func `the keys are gone, so that what a thief kept opens no more`() async throws {
        let world = try await world()
        try await world.put("ada")
        let ada = try await world.id("ada")
        try await world.remove("ada")
        #expect(try await world.keyStore.wraps(at: [world.keys.wrapAddress(of: ada)]) == [nil])
        #expect(try await world.point.vault.ownerKeys(of: ada) == nil)
    }

    @Test func `taking away nobody does nothing`() async throws {
        let world = try await world()
        let before = world.records.all
        try await world.remove("nemo")
        #expect(world.records.all == before)
    }
}
