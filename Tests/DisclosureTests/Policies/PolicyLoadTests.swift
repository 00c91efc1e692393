import Disclosure
import Domain
import FeedBuilder
import PolicyEngine
import SampleWorld
import Storage
import Testing
import VitrineTesting

/// Loading policies while serving, and at the start.
struct PolicyLoadTests {
    /// What friends are granted of ordinary goods, as it is written, and narrower.
    private static let grant = """
        when: { kind: purchase, audience: friends, tier: ordinary }
            disclose: { product: exact, time: week, price: band }
        """
    private static let narrowerGrant = """
        when: { kind: purchase, audience: friends, tier: ordinary }
            disclose: { product: exact, time: month }
        """

    private static func first() throws -> Policy { try SamplePolicy.load() }
    private static func narrower() throws -> Policy { try SamplePolicy.load(replacing: [(grant, narrowerGrant)]) }

    /// Ada shows Ben a tea exactly.
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        try await world.share(
            "ada", since: World.start, [(.closeFriends, .ordinary, .full), (.friends, .ordinary, .product)])
        try await world.buy("tea-1", by: "ada", at: "2026-01-10T09:30:00Z")
        try world.now("2026-02-10T00:00:00Z")
        #expect(try await words(world) == ["exact tea-1, 2026-W02, 0–999"])
        return world
    }

    private func words(_ world: World) async throws -> [String] {
        try await world.purchases(of: "ada", for: "ben").map(\.words)
    }

    private func page(_ world: World) async throws -> Prepared<FeedPage> {
        try await world.feed.feed(of: try await world.id("ben"), PageRequest(limit: 20))
    }

    @Test func `what narrows is in force when the call returns, and pages say which revision made them`() async throws {
        let world = try await world()
        let (first, narrower) = (try Self.first(), try Self.narrower())
        #expect(try await page(world).value.policy == first.revision)
        let change = try await world.point.load(narrower)
        #expect(change.former == first.revision && change.current == narrower.revision)
        // Less of it is a raise as well: it comes back, coarser, when the hold has ended.
        #expect(try await words(world).isEmpty)
        #expect(try await page(world).value.policy == narrower.revision)
        try world.now("2026-04-10T00:00:00Z")
        #expect(try await words(world) == ["exact tea-1, 2026-01"])
    }

    @Test func `an answer made under the former policy is not let through afterwards`() async throws {
        let world = try await world()
        let before = try await page(world)
        try await world.point.load(Self.narrower())
        #expect(world.point.gate.admit(before) == nil)
        #expect(world.point.gate.admit(try await page(world)) != nil)
    }

    @Test func `a request keeps to the rulebook that it took`() async throws {
        let world = try await world()
        let reading = world.point.reading(for: try await world.id("ben"))
        try await world.point.load(Self.narrower())
        #expect(reading.policyRevision == (try Self.first().revision))
        #expect(world.point.rulebook.policy.revision == (try Self.narrower().revision))
    }

    @Test func `a load is in force after a restart`() async throws {
        let world = try await world()
        let (first, narrower) = (try Self.first(), try Self.narrower())
        try await world.point.load(narrower)
        let again = try await world.reopened(policy: narrower)
        #expect(try await words(again).isEmpty)
        await #expect(throws: PolicyLoadError.older(revision: first.revision, inForce: narrower.revision)) {
            _ = try await world.reopened(policy: first)
        }
    }

    @Test func `a wider policy is refused with what is wider, and the old one stays`() async throws {
        let world = try await World(policy: Self.narrower())
        let error = try #require(
            await #expect(throws: PolicyLoadError.self) { try await world.point.load(Self.first()) })
        guard case .wider(let widenings) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(
            widenings.contains { $0.description.contains("friends get { product: exact, time: week, price: band }") })
        #expect(world.point.rulebook.policy.revision == (try Self.narrower().revision))
        #expect(try await world.catalogue.loads().count == 1)
        await #expect(throws: PolicyLoadError.self) { _ = try await world.reopened(policy: Self.first()) }
        try await world.point.load(Self.first(), PolicyPermission(allowsWidening: true))
        #expect(world.point.rulebook.policy.revision == (try Self.first().revision))
        #expect(try await world.catalogue.loads().count == 2)
    }

    @Test func `an older revision comes back by its name only`() async throws {
        let world = try await world()
        let (first, narrower) = (try Self.first(), try Self.narrower())
        try await world.point.load(narrower)
        let older = PolicyLoadError.older(revision: first.revision, inForce: narrower.revision)
        await #expect(throws: older) { try await world.point.load(first) }
        await #expect(throws: older) { try await world.point.load(first, PolicyPermission(allowsWidening: true)) }
        await #expect(throws: PolicyLoadError.self) {
            try await world.point.load(first, PolicyPermission(revision: first.revision))
        }
        let permission = PolicyPermission(allowsWidening: true, revision: first.revision)
        #expect(try await world.point.load(first, permission).former == narrower.revision)
        // What was left is older now, though its number is the higher.
        await #expect(throws: PolicyLoadError.older(revision: narrower.revision, inForce: first.revision)) {
            try await world.point.load(narrower)
        }
        #expect(try await world.reopened(policy: first).point.rulebook.policy.revision == first.revision)
    }

    @Test func `another revision than the one named is refused`() async throws {
        let world = try await world()
        let (first, narrower) = (try Self.first(), try Self.narrower())
        for policy in [first, narrower] {
            await #expect(throws: PolicyLoadError.notTheOneNamed(asked: "feed", found: policy.revision)) {
                try await world.point.load(policy, PolicyPermission(allowsWidening: true, revision: "feed"))
            }
        }
        await #expect(throws: PolicyLoadError.notTheOneNamed(asked: "feed", found: first.revision)) {
            _ = try await world.reopened(policy: first, PolicyPermission(revision: "feed"))
        }
    }

    @Test func `the same revision is loaded without being a load`() async throws {
        let world = try await world()
        let first = try Self.first()
        let change = try await world.point.load(first)
        #expect(change.former == first.revision && change.current == first.revision)
        #expect(try await world.catalogue.loads().count == 1)
        #expect(try await world.catalogue.raises().filter { $0.raise.at == world.clock.now }.isEmpty)
        #expect(try await words(world) == ["exact tea-1, 2026-W02, 0–999"])
    }

    @Test func `a refused write changes nothing`() async throws {
        let world = try await world()
        await #expect(throws: PolicyLoadError.self) {
            try await world.point.load(Self.first(), PolicyPermission(revision: "feed"))
        }
        #expect(try await words(world) == ["exact tea-1, 2026-W02, 0–999"])
        #expect(try await world.catalogue.revisions().count == 1)
    }

    @Test func `deciding for one task is no load`() async throws {
        let world = try await world()
        let (first, narrower) = (try Self.first(), try Self.narrower())
        let borrowed = try await world.reopened(policy: narrower, nil)
        #expect(borrowed.point.rulebook.policy.revision == narrower.revision)
        #expect(try await world.catalogue.loads().count == 1)
        #expect(try await world.reopened(policy: first).point.rulebook.policy.revision == first.revision)
        // It was never in force, so it is none that was in force before.
        try await world.point.load(narrower)
    }

    @Test func `what the revision loaded last shows is not on record, and a new one counts as wider`() async throws {
        let store = InMemoryStore()
        let first = try Self.first()
        _ = try await store.appendRevision(
            StoredRevision(
                name: first.revision, table: first.table.encoded(), memory: [], loadedAt: Instant(seconds: 1)))
        try await store.appendLoad(StoredLoad(ordinal: 0, at: Instant(seconds: 1)))
        let world = try await World(policy: first, catalogue: store)
        await #expect(throws: PolicyLoadError.self) { _ = try await world.reopened(policy: Self.narrower()) }
        let wider = try await world.reopened(policy: Self.narrower(), PolicyPermission(allowsWidening: true))
        #expect(wider.point.rulebook.policy.revision == (try Self.narrower().revision))
    }

    @Test func `loading anew reads the files again, and keeps the old policy when they are no policy`() async throws {
        let world = try await world()
        let narrower = try Self.narrower()
        #expect(try await PolicyReload(point: world.point) { narrower }.perform().current == narrower.revision)
        let broken = PolicyReload(point: world.point) {
            try PolicyLoader(digest: { $0 }).load(PolicyFiles(files: [("sensitive.yaml", "taxonomy: [")])).policy
        }
        let error = try #require(await #expect(throws: PolicyReloadError.self) { try await broken.perform() })
        let report = PolicyReport(error)
        #expect(report.summary.contains("mistake(s), nothing was loaded"))
        #expect(report.findings.contains { $0.hasPrefix("sensitive.yaml:") })
        await #expect(throws: PolicyReloadError.unreadable(.missingDirectory("/nowhere"))) {
            try await PolicyReload(point: world.point) {
                try PolicyLoader(digest: { $0 }).load(PolicyFiles(directory: "/nowhere")).policy
            }.perform()
        }
        await #expect(throws: PolicyReloadError.nothingToLoad) {
            try await PolicyReload(point: world.point, load: nil).perform()
        }
        #expect(world.point.rulebook.policy.revision == narrower.revision)
    }
}
