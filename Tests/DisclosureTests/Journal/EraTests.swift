import Domain
import PolicyEngine
import SampleWorld
@_spi(EnforcementPoint) import Sealing
import Storage
import Testing
import VitrineTesting

@testable import Disclosure

/// Single boxes of a time that a restore took back are put in the place of later ones.
struct EraTests {
    /// How the records came to be older: from a backup, or by a file of the last write or of one long before.
    enum Return: CaseIterable {
        case backup, oneWriteAgo, longAgo
    }

    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        try await world.share("ada", since: World.start)
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        return world
    }

    /// The world as it was before `lost` was done, with the boxes that `lost` made.
    private func returned(
        _ way: Return, _ lost: (World) async throws -> Void
    ) async throws -> (world: World, kept: [Address: SealedBox]) {
        let world = try await world()
        let older = world.records.all
        try await lost(world)
        let kept = world.records.all
        if way == .longAgo { for name in ["dan", "eve", "fay"] { try await world.put(name) } }
        world.records.putBack(older)
        return (try await world.reopened(origin: way == .backup ? .backup : .served), kept)
    }

    private func shown(_ world: World) async throws -> [String] {
        let reopened = try await world.reopened()
        try reopened.now("2026-06-01T00:00:00Z")
        return try World.text(try await reopened.purchases(of: "ada", for: "ben"))
    }

    @Test(arguments: Return.allCases) func `facts of a time that was taken back do not open`(way: Return) async throws {
        let (world, kept) = try await returned(way) {
            try await $0.buy("bread-1", by: "ada", at: "2026-01-05T13:00:00Z")
        }
        try await world.setItem("tea-1", of: "ada", to: .hidden)
        let segment = world.keys.address(of: .segment(try await world.id("ada"), .open, 0))
        world.records.replace(segment, by: kept[segment])
        #expect(try await shown(world).isEmpty)
    }

    @Test(arguments: Return.allCases) func `nor does what was consented to then`(way: Return) async throws {
        let (world, kept) = try await returned(way) {
            try await $0.buy("bread-1", by: "ada", at: "2026-01-05T13:00:00Z")
        }
        try await world.apply(VisibilityPatch(consent: .init(sharing: .off)), to: "ada")
        let head = world.keys.address(of: .head(try await world.id("ada")))
        world.records.replace(head, by: kept[head])
        #expect(try await shown(world).isEmpty)
    }

    @Test(arguments: Return.allCases) func `nor do the details of another purchase`(way: Return) async throws {
        let (world, kept) = try await returned(way) {
            try await $0.buy("bread-1", by: "ada", at: "2026-01-05T13:00:00Z")
        }
        try await world.buy("tea-2", by: "ada", at: "2026-01-05T14:00:00Z")
        try #require(try await shown(world).count == 2)
        let details = world.keys.address(of: .details(try await world.id("ada"), .open, 1))
        world.records.replace(details, by: kept[details])
        #expect(try await shown(world).count == 1)
    }

    @Test func `everything opens after one restore upon another`() async throws {
        let world = try await world()
        let older = world.records.all
        try await world.buy("tea-2", by: "ada", at: "2026-01-05T13:00:00Z")
        var now = world
        for _ in 0..<3 {
            now.records.putBack(older)
            now = try await now.reopened(origin: .backup)
            try #require(try await shown(now).count == 1)
            try now.now("2026-01-06T12:00:00Z")
            try await now.buy("tea-2", by: "ada", at: "2026-01-05T13:00:00Z")
            try #require(try await shown(now).count == 2)
            #expect(now.point.failedOpenCount == 0)
        }
        #expect(now.point.vault.counters.era >= 3)
    }
}
