import Domain
import FriendShops
import PolicyEngine
import SampleWorld
import Storage
import Testing
import VitrineTesting

@testable import Disclosure

/// An older copy of the records is put back, and opened anew.
struct PutBackTests {
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo")
        try await world.befriend("ada", "ben")
        try await world.befriend("ada", "cleo")
        try await world.befriend("ben", "cleo")
        try await world.makeClose("ben", to: "ada")
        for name in ["ada", "cleo"] {
            try await world.share(name, since: World.start, classes: ["alcohol"])
            try await world.buy("tea-1", by: name, at: "2026-01-05T12:00:00Z", order: name == "ada" ? nil : "other")
        }
        return world
    }

    private func shown(_ world: World, of owner: String = "ada", to viewer: String = "ben") async throws -> [String] {
        let reopened = try await world.reopened()
        try reopened.now("2026-06-01T00:00:00Z")
        guard try await reopened.point.people.find(World.handle(owner)) != nil else { return [] }
        return try await reopened.purchases(of: owner, for: viewer).map(\.id)
    }

    @Test(arguments: Narrowed.all) func `what was narrowed stays narrowed`(narrowed: Narrowed) async throws {
        let world = try await world()
        try #require(try await shown(world).count == 1)
        try world.now("2026-01-06T12:00:00Z")
        let older = world.records.all
        try await narrowed.narrow(world)
        try #require(try await shown(world).isEmpty, "it narrows at all")
        world.records.putBack(older)
        #expect(try await shown(world).isEmpty)
        // What nobody narrowed comes back as it was.
        #expect(try await shown(world, of: "cleo").count == 1)
    }

    @Test func `without a narrowing the older copy is served as it is`() async throws {
        let world = try await world()
        let older = world.records.all
        try await world.put("dan")
        world.records.putBack(older)
        let reopened = try await world.reopened()
        #expect(!reopened.point.wasBehind)
        #expect(try await shown(world).count == 1)
    }

    @Test func `an owner is told, and may widen again`() async throws {
        let world = try await world()
        let older = world.records.all
        try await world.apply(VisibilityPatch(consent: .init(sharing: .off)), to: "ada")
        world.records.putBack(older)
        let reopened = try await world.reopened()
        #expect(reopened.point.wasBehind)
        let history = try await reopened.point.visibility.history(of: reopened.id("ada")).entries
        #expect(history.first?.client == "restore")
        try await reopened.share("ada", since: World.start)
        #expect(try await shown(world).count == 1)
        #expect(!(try await world.reopened().point.wasBehind))
    }

    @Test func `a backup is taken at its word, single records put back are not`() async throws {
        let world = try await world()
        try await world.apply(VisibilityPatch(consent: .init(sharing: .off)), to: "ada")
        try await world.share("ada", since: World.start)
        let older = world.records.all
        try await world.put("dan")
        try await world.put("eve")
        world.records.putBack(older)
        // What was narrowed before the copy was made, and widened again, is wide in it.
        let restored = try await world.reopened(origin: .backup)
        #expect(!restored.point.wasBehind)
        #expect(try await restored.point.visibility.settings(of: restored.id("ada"))?.sharing.on == true)
        try await restored.put("dan")
        try await restored.put("eve")
        restored.records.putBack(older)
        let found = try await restored.reopened()
        #expect(found.point.wasBehind)
        #expect(try await found.point.visibility.settings(of: found.id("ada"))?.sharing.on == false)
    }

    @Test func `a revoked token and an opt-out and private mode stay`() async throws {
        let world = try await world()
        let issued = try await world.point.tokens.issue(
            client: "app", person: World.handle("ada"), scopes: [.feedRead], days: nil)
        let older = world.records.all
        #expect(try await world.point.tokens.revoke(issued.token.id))
        try await world.apply(
            VisibilityPatch(
                consent: .init(classes: [ClassCode(name: "alcohol"): false], privateMode: .until(nil)),
                closeFriends: .init(remove: [World.handle("ben")])), to: "ada")
        world.records.putBack(older)
        let reopened = try await world.reopened()
        #expect(try await reopened.point.tokens.principal(bearing: issued.secret) == nil)
        let head = try #require(try await reopened.point.vault.head(of: reopened.id("ada"))?.value)
        #expect(head.consent.classes.isEmpty)
        #expect(head.consent.isPrivate(at: world.clock.now))
        #expect(try await head.friends[reopened.id("ben")]?.isClose == false)
    }

    @Test func `a friend sees nothing from before the day that the owner moved up to`() async throws {
        let world = try await world()
        let (early, late) = (try World.instant("2026-01-01T00:00:00Z"), try World.instant("2026-05-31T00:00:00Z"))
        let ben = try World.handle("ben")
        try await world.apply(VisibilityPatch(friendsSeeFrom: [ben: early]), to: "ada")
        try #require(try await shown(world).count == 1)
        let older = world.records.all
        try await world.apply(VisibilityPatch(friendsSeeFrom: [ben: late]), to: "ada", mayWiden: false)
        world.records.putBack(older)
        #expect(try await shown(world).isEmpty)
        let reopened = try await world.reopened()
        let head = try #require(try await reopened.point.vault.head(of: reopened.id("ada"))?.value)
        #expect(try await head.friends[reopened.id("ben")]?.visibleFrom == late)
    }

    @Test func `befriending again after the copy was made shows nothing from before`() async throws {
        let world = try await world()
        let older = world.records.all
        try await world.unfriend("ada", "ben")
        try world.now("2026-05-31T00:00:00Z")
        try await world.befriend("ada", "ben")
        #expect(try await shown(world).isEmpty)
        world.records.putBack(older)
        #expect(try await shown(world).isEmpty)
    }

    @Test func `a closed shop stays closed`() async throws {
        let world = try await world()
        let ada = try await world.id("ada")
        func front(_ isOpen: Bool) -> FriendShops.Front { .init(name: "Teas", sign: nil, line: nil, isOpen: isOpen) }
        try await world.shops.setFront(front(true), of: ada)
        let older = world.records.all
        try await world.shops.setFront(front(false), of: ada)
        world.records.putBack(older)
        #expect(try await world.reopened().shops.isOpen(ada) == false)
    }

    @Test func `where too much was hidden to be told, sharing is off`() async throws {
        var floor = Floor()
        var narrowing = Narrowing()
        for nonce in 1...UInt64(Floor.maximumItems + 1) { narrowing.items[nonce] = ItemFloor(override: .hidden) }
        floor.note(narrowing, mark: 7)
        #expect(floor.items.count == Floor.maximumItems)
        #expect(floor.prunedThrough == 7)
        #expect(floor.isNews(to: 6))
        #expect(!floor.isNews(to: 7))
        #expect(try Floor(floor.encoded().span) == floor)
    }

    @Test func `entries of former versions are read`() throws {
        var floor = Floor()
        floor.note(Narrowing(items: [5: ItemFloor(override: .hidden)]), mark: 3)
        // Version, pruned, no standing, no shop, one item; the second form has no flags in it.
        func former(_ version: UInt8, code: UInt8) -> [UInt8] {
            [version] + Array(repeating: 0, count: 10) + [1, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0]
                + [3, 0, 0, 0, 0, 0, 0, 0, code]
        }
        #expect(try Floor(former(1, code: 1).span) == floor)
        #expect(try Floor((former(2, code: 1) + Array(repeating: 0, count: 8)).span) == floor)
        #expect(try Floor(floor.encoded().span) == floor)
        var gone = Floor()
        gone.note(Narrowing(items: [5: ItemFloor(flags: .gone)]), mark: 3)
        #expect(try Floor(former(1, code: 255).span) == gone)
        floor.note(Narrowing(leavesBoard: true), mark: 4)
        #expect(floor.isNews(to: 3) && !floor.isNews(to: 4))
        #expect(try Floor(floor.encoded().span) == floor)
    }

    @Test func `no revision takes the number of another`() async throws {
        let world = try await world()
        let register = RevisionRegister(vault: world.point.vault, store: world.catalogue)
        let names = try await register.names()
        let stored = try await world.catalogue.revisions()
        #expect(names == stored.map(\.name))
        #expect(names.count == 1)
    }
}
