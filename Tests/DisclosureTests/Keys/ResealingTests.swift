import Domain
import PolicyEngine
import SampleWorld
@_spi(EnforcementPoint) import Sealing
import Storage
import Testing
import VitrineTesting

@testable import Disclosure

struct ResealingTests {
    private static let people = (1...40).map { "p\($0)" }

    /// Forty people with three purchases each, one of which the policy withholds; some settings, a token, a shop visit.
    private func world() async throws -> World {
        let world = try await World()
        for name in Self.people { try await world.put(name) }
        for (one, other) in zip(Self.people, Self.people.dropFirst()) { try await world.befriend(one, other) }
        for name in Self.people.prefix(10) { try await world.share(name, since: World.start) }
        for name in Self.people {
            for (number, product) in ["tea-1", "tea-2", "pill-1"].enumerated() {
                try await world.buy(
                    product, by: name, at: "2026-01-05T1\(number):00:00Z", order: "\(name)-\(product)")
            }
        }
        try world.now("2026-03-06T00:00:00Z")
        return world
    }

    private func told(_ world: World) async throws -> [[String]] {
        var told: [[String]] = []
        for name in Self.people {
            told.append(try await world.ledger(of: name).map { "\($0.id) \($0.order) \($0.total.amount)" }.sorted())
        }
        return told
    }

    @Test func `everything opens once afterwards, under the new keys alone`() async throws {
        let world = try await world()
        let issued = try await world.point.tokens.issue(
            client: "app", person: try World.handle("p1"), scopes: [.feedRead], days: nil)
        let (before, boxes) = (try await told(world), world.records.all)
        let feed = try await world.purchases(of: "p1", for: "p2").count
        try await world.point.resealing.begin()
        #expect(try await told(world) == before, "between the generations")
        let progress = try await world.point.resealing.run()
        #expect(progress.owners == 40 && progress.unreadableOwners == 0)
        let again = try await world.reopened()
        #expect(try await told(again) == before)
        #expect(try await again.purchases(of: "p1", for: "p2").count == feed)
        #expect(try await again.point.tokens.principal(bearing: issued.secret) != nil)
        #expect(again.point.failedOpenCount == 0 && world.point.failedOpenCount == 0)
        let status = try await again.point.keyDesk.status(policy: again.point.rulebook.policy.revision)
        #expect(
            status.generation == 2 && status.pendingRecords == 0 && status.pendingOwners == 0 && !status.isResealing)
        // Not one box is as it was, and their number is.
        let after = again.records.all
        #expect(after.count == boxes.count)
        #expect(after.allSatisfy { boxes[$0.key] != $0.value })
    }

    @Test func `a second time works like the first`() async throws {
        let world = try await world()
        let before = try await told(world)
        for generation in 2...4 {
            try await world.point.resealing.begin()
            _ = try await world.point.resealing.run()
            #expect(world.keys.generation == UInt32(generation))
        }
        #expect(try await told(world.reopened()) == before)
    }

    @Test func `stopped at any step, it goes on where it was`() async throws {
        for step in 1...7 {
            let world = try await world()
            let before = try await told(world)
            let stop = Interruption(at: step)
            await #expect(throws: Interruption.Interrupted.self, "step \(step)") {
                try await world.point.resealing.begin(observer: stop.observer)
                _ = try await world.point.resealing.run(observer: stop.observer)
                // Fewer steps than that.
                if step > 6 { throw Interruption.Interrupted() }
            }
            let again = try await world.reopened()
            #expect(try await told(again) == before, "step \(step)")
            try await again.point.resealing.begin()
            _ = try await again.point.resealing.run()
            let third = try await again.reopened()
            #expect(try await told(third) == before, "step \(step)")
            #expect(third.point.failedOpenCount == 0, "step \(step)")
        }
    }

    @Test func `what is written meanwhile is sealed under the new keys, and all is found`() async throws {
        let world = try await world()
        try await world.point.resealing.begin()
        try await world.buy("tea-3", by: "p1", at: "2026-03-06T12:00:00Z", order: "late")
        try await world.put("new")
        _ = try await world.point.resealing.run()
        let again = try await world.reopened()
        #expect(try await again.ledger(of: "p1").map(\.order).contains("late"))
        #expect(try await again.ledger(of: "p1").count == 4)
        #expect(again.point.failedOpenCount == 0)
    }

    @Test func `a raised tier moves purchases to what is withheld, and every address changes`() async throws {
        let world = try await world()
        let raised = try SamplePolicy.withholdingDrinks()
        let before = try await told(world)
        let open = try #require(try await world.point.vault.head(of: try await world.id("p1"))?.value)
        #expect(open.open.ordinals.count == 2 && open.withheld.ordinals.count == 1)
        let second = try await world.reopened(policy: raised)
        let addresses = Set(second.records.all.keys)
        try await second.point.resealing.begin()
        _ = try await second.point.resealing.run()
        let head = try #require(try await second.point.vault.head(of: try await second.id("p1"))?.value)
        #expect(head.open.ordinals.isEmpty && head.withheld.ordinals.count == 3)
        #expect(try await told(second) == before)
        // The purchases' own records are all elsewhere, so no two copies show which of them moved.
        let kept = addresses.intersection(second.records.all.keys).count
        #expect(addresses.count - kept >= 40 * 4)
        // And back.
        let policy = try SamplePolicy.load()
        let third = try await second.reopened(
            policy: policy, PolicyPermission(allowsWidening: true, revision: policy.revision))
        try await third.point.resealing.begin()
        _ = try await third.point.resealing.run()
        #expect(try await third.point.vault.head(of: try await third.id("p1"))?.value.open.ordinals.count == 2)
        #expect(try await told(third) == before)
    }

    @Test func `an owner of whom something does not open is left as it is, and the old keys stay`() async throws {
        let world = try await world()
        try await world.damageDetails(0, of: "p7")
        try await world.point.resealing.begin()
        let progress = try await world.point.resealing.run()
        #expect(progress.unreadableOwners == 1 && progress.owners == 40)
        let stopped = try await world.point.keyDesk.status(policy: "")
        #expect(stopped.isResealing && stopped.isStopped && stopped.pendingOwners == 1)
        // Everything of the others is under the new keys: what is left is a head, two segments, three purchases with their
        // entries, one of the history, and one of the directory.
        #expect(stopped.pendingRecords == progress.recordsLeft && stopped.pendingRecords == 11)
        #expect(try await world.ledger(of: "p7").count == 2)
        let last = try await world.point.resealing.run(givingUp: true)
        #expect(last.isWhole)
        let again = try await world.reopened()
        let status = try await again.point.keyDesk.status(policy: "")
        #expect(!status.isResealing && !status.isStopped && status.pendingRecords == 0)
        #expect(try await again.ledger(of: "p7").count == 2)
        // Nothing of what was given up is in the way of the next time.
        try await again.point.resealing.begin()
        #expect(try await again.point.resealing.run().isWhole)
        #expect(try await !again.point.keyDesk.status(policy: "").isResealing)
    }

    @Test func `a record of nobody that does not open is told of, and can be given up`() async throws {
        let world = try await world()
        _ = try await world.point.tokens.issue(
            client: "app", person: try World.handle("p1"), scopes: [.feedRead], days: nil)
        let digest = try #require(try await Roster.tokens.entries(world.point.vault).first)
        world.records.damage(world.keys.address(of: .token(digest)))
        let again = try await world.reopened()
        try await again.point.resealing.begin()
        let progress = try await again.point.resealing.run()
        #expect(!progress.isWhole && progress.recordsLeft == 1 && progress.unreadableOwners == 0)
        #expect(try await again.point.keyDesk.status(policy: "").isStopped)
        #expect(try await again.point.resealing.run(givingUp: true).isWhole)
        let status = try await again.reopened().point.keyDesk.status(policy: "")
        #expect(!status.isResealing && !status.isStopped && status.pendingRecords == 0)
    }

    @Test func `a box of the generation before put back is refused`() async throws {
        let world = try await world()
        let name = RecordName.directory(try World.handle("p1"))
        let old = world.records.all[world.keys.address(of: name)]
        try await world.point.resealing.begin()
        _ = try await world.point.resealing.run()
        world.records.replace(world.keys.address(of: name), by: old)
        let again = try await world.reopened()
        #expect(try await again.point.people.find(try World.handle("p1")) == nil)
        #expect(again.point.failedOpenCount > 0)
    }

    @Test func `the root is rotated at any step, and both or one of the roots opens`() async throws {
        for step in 1...3 {
            let world = try await world()
            let before = try await told(world)
            let stop = Interruption(at: step)
            let root = try RootKey.generate()
            do {
                #expect(try await world.point.keyDesk.rotate(to: root, observer: stop.observer) == 40)
                #expect(step == 3)
            } catch is Interruption.Interrupted {
                #expect(step < 3)
            }
            #expect(try await told(world) == before)
            let seed = try await world.keyStore.wraps(at: [KeyHierarchy.seedAddress])[0]
            let isNew = seed.map { KeyHierarchy.opens($0, root: root) } ?? false
            #expect(isNew == (step > 1))
            world.point.vault.forgetAll()
            #expect(try await told(world) == before, "without what is in memory, step \(step)")
            #expect(world.point.failedOpenCount == 0)
        }
    }
}
