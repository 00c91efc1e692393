import Disclosure
import Domain
import PolicyEngine
import SampleWorld
import Testing

/// A hold stands on what was shown when the raise came, whatever the owner does afterwards.
struct HoldSettlementTests {
    /// Ada's `bread-1` was raised, and `bread-2` is held with it.
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        try await world.share("ada", since: World.start, RaiseWorlds.levels)
        for product in ["bread-1", "bread-2", "ball-1"] {
            try await world.buy(product, by: "ada", at: "2026-01-12T10:00:00Z")
        }
        try world.now(RaiseWorlds.shown)
        try await world.point.load(RaiseWorlds.policy(raising: "bread 1"))
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1"])
        return world
    }

    @Test func `what is held is explained, and until when`() async throws {
        let world = try await world()
        let ben = try await world.id("ben")
        func explanation(_ order: String) async throws -> Explanation {
            try #require(
                try await world.point.explanation(of: try await world.itemID(order, of: "ada"), for: ben))
        }
        let raised = try await explanation("bread-1")
        #expect(raised.obstacle == .rules && raised.heldUntil == nil)
        let held = try await explanation("bread-2")
        #expect(held.obstacle == .held)
        #expect(!held.disclosure.isNothing && held.exposed == nil)
        #expect(held.heldUntil == (try World.instant(RaiseWorlds.ticks[1])))
        // By somebody who never saw it nothing is missed.
        try await world.put("eve")
        let stranger = try #require(
            try await world.point.explanation(
                of: try await world.itemID("bread-2", of: "ada"), for: try await world.id("eve")))
        #expect(stranger.heldUntil == nil && stranger.obstacle != .held)
        try world.now(RaiseWorlds.ticks[1])
        let shown = try await explanation("bread-2")
        #expect(shown.obstacle == nil && shown.heldUntil == nil && shown.exposed != nil)
    }

    /// What an owner, or the platform, may do to what was raised.
    enum Narrowing: String, CaseIterable {
        case hiding, returning, deleting, lowering, sharingAnew, minority, sealingAnew, restoring

        func make(_ world: World) async throws {
            switch self {
            case .sealingAnew:
                try await world.point.resealing.begin()
                _ = try await world.point.resealing.run()
            case .restoring:
                let older = world.records.all
                try await world.setItem("bread-1", of: "ada", to: .hidden)
                try await world.put("cleo")
                world.records.putBack(older)
                #expect(try await world.reopened().point.wasBehind)
            case .hiding: try await world.setItem("bread-1", of: "ada", to: .hidden)
            case .returning:
                try await world.buy(
                    "bread-1", by: "ada", at: "2026-01-12T10:00:00Z", isReturned: true, waiting: false)
            case .deleting: try await world.point.intake.remove(World.key("bread-1"))
            case .lowering: try await world.share("ada", since: World.start, [(.friends, .ordinary, .hint)])
            case .sharingAnew:
                try await world.apply(VisibilityPatch(consent: ConsentChange(sharing: .off)), to: "ada")
                try await world.share("ada", since: World.start, RaiseWorlds.levels)
            case .minority:
                try await world.put("ada", minor: true)
                try await world.put("ada", minor: false)
                try await world.share("ada", since: World.start, RaiseWorlds.levels)
            }
        }
    }

    @Test(arguments: Narrowing.allCases, [false, true])
    func `nothing that is done to what was raised brings back what is held`(
        narrowing: Narrowing, restarted: Bool
    ) async throws {
        var world = try await world()
        try await narrowing.make(world)
        if restarted || narrowing == .restoring { world = try await world.reopened() }
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1"])
        try world.now(RaiseWorlds.ticks[0])
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1"])
        try world.now(RaiseWorlds.ticks[1])
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "bread-2"])
    }

    @Test(arguments: [false, true])
    func `retention that erases what was raised brings back nothing that is held with it`(restarted: Bool) async throws
    {
        var world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        try await world.share("ada", since: World.start, RaiseWorlds.levels)
        try await world.buy("bread-1", by: "ada", at: "2026-01-12T10:00:00Z")
        for product in ["bread-2", "ball-1"] { try await world.buy(product, by: "ada", at: "2026-01-25T10:00:00Z") }
        try world.now(RaiseWorlds.shown)
        let term = "- { class: health, en: [condom], zh: [避孕套], because: [promise] }"
        let raised = try SamplePolicy.load(
            replacing: [(term, term + "\n  - { class: health, en: [bread 1], because: [promise] }")],
            retention: """
                keep: { purchases: 2 months }
                because: [promise]
                """)
        try await world.point.load(raised, PolicyPermission(allowsDestruction: true))
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1"])
        // Nothing is erased before the grace of 30 days has passed, and the hold still stands after it.
        #expect(try await world.point.retention.eraseExpired().purchases == 0)
        try world.now("2026-03-23T00:00:00Z")
        #expect(try await world.point.retention.eraseExpired().purchases == 1)
        if restarted { world = try await world.reopened() }
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1"])
        try world.now(RaiseWorlds.ticks[1])
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "bread-2"])
    }

    @Test(arguments: [false, true]) func `what was never shown takes nothing with it`(restarted: Bool) async throws {
        var world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        try await world.share("ada", since: World.start, RaiseWorlds.levels)
        for product in ["bread-1", "bread-2", "ball-1"] {
            try await world.buy(product, by: "ada", at: "2026-01-12T10:00:00Z")
        }
        try await world.setItem("bread-1", of: "ada", to: .hidden)
        try world.now(RaiseWorlds.shown)
        try await world.point.load(RaiseWorlds.policy(raising: "bread 1"))
        if restarted { world = try await world.reopened() }
        // It is shown to nobody after all, so it must not make the other bread vanish.
        try await world.setItem("bread-1", of: "ada", to: .standard)
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "bread-2"])
    }

    @Test func `consenting to more afterwards holds nothing`() async throws {
        let world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        for product in ["bread-1", "bread-2", "ball-1"] {
            try await world.buy(product, by: "ada", at: "2026-01-12T10:00:00Z")
        }
        try world.now(RaiseWorlds.shown)
        try await world.point.catalogue.put([SampleCatalogue.entry("bread-1", category: "hb-1-1", price: 300)])
        try await world.share("ada", since: World.start, RaiseWorlds.levels)
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "bread-2"])
    }

    @Test func `a raise after one that was settled is worked out anew`() async throws {
        let world = try await world()
        try await world.setItem("bread-1", of: "ada", to: .hidden)
        try world.now(RaiseWorlds.ticks[0])
        try await world.buy("bread-3", by: "ada", at: "2026-02-21T10:00:00Z")
        try world.now(RaiseWorlds.ticks[1])
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1", "bread-2", "bread-3"])
        try await world.point.catalogue.put([SampleCatalogue.entry("bread-3", category: "hb-1-1", price: 300)])
        #expect(try await world.orders(of: "ada", for: "ben") == ["ball-1"])
    }
}
