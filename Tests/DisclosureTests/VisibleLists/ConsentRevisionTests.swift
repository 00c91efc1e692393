import Disclosure
import Domain
import PolicyEngine
import SampleWorld
import Testing
import VitrineTesting

struct ConsentRevisionTests {
    /// What friends are granted of ordinary goods, as it is written and made wider.
    private static let grant = """
        when: { kind: purchase, audience: friends, tier: ordinary }
            disclose: { product: exact, time: week, price: band }
        """
    private static let wider = """
        when: { kind: purchase, audience: friends, tier: ordinary }
            disclose: { product: exact, time: day, price: exact }
        """
    private static let everything: [(Audience, Tier, Level)] = [
        (.closeFriends, .ordinary, .full), (.friends, .ordinary, .full),
    ]

    /// Ada let ben see as much as the policy allows, under the policy as it first was; a wider one is in force.
    private func world() async throws -> World {
        let first = try await World()
        try await first.put("ada", "ben")
        try await first.befriend("ada", "ben")
        try await first.share("ada", since: World.start, Self.everything)
        try await first.buy("tea-1", by: "ada", at: "2026-01-10T09:30:00Z")
        try first.now("2026-02-05T00:00:00Z")
        return try await first.reopened(
            policy: SamplePolicy.load(replacing: [(Self.grant, Self.wider)]), PolicyPermission(allowsWidening: true))
    }

    private static let before = ["exact tea-1, 2026-W02, 0–999"]
    private static let after = ["exact tea-1, 2026-01-10, 500"]

    @Test func `a wider policy discloses no more until the owner consents anew`() async throws {
        let world = try await world()
        #expect(try await world.purchases(of: "ada", for: "ben").map(\.words) == Self.before)
        try await world.share("ada", since: World.start)
        #expect(try await world.purchases(of: "ada", for: "ben").map(\.words) == Self.before)
        try await world.share("ada", since: World.start, Self.everything)
        #expect(try await world.purchases(of: "ada", for: "ben").map(\.words) == Self.after)
    }

    @Test func `consenting anew is no narrowing`() async throws {
        let world = try await world()
        var change = ConsentChange(sharing: .on(since: try World.instant(World.start)))
        for audience in [Audience.closeFriends, .friends] {
            change.levels[Consent.Setting(audience: audience, tier: .ordinary)] = .full
        }
        let patch = VisibilityPatch(consent: change)
        try await world.apply(patch, to: "ada", mayWiden: false)
        #expect(try await world.purchases(of: "ada", for: "ben").map(\.words) == Self.before)
        try await world.apply(patch, to: "ada")
        #expect(try await world.purchases(of: "ada", for: "ben").map(\.words) == Self.after)
    }

    @Test func `who may only narrow lowers a level that was agreed to under a narrower policy`() async throws {
        let world = try await world()
        func level(_ level: Level) -> VisibilityPatch {
            VisibilityPatch(consent: .init(levels: [Consent.Setting(audience: .friends, tier: .ordinary): level]))
        }
        try await world.apply(level(.category), to: "ada", mayWiden: false)
        let lowered = try await world.purchases(of: "ada", for: "ben").map(\.words)
        #expect(lowered.count == 1 && lowered != Self.before)
        // What is lower now was not agreed to under the wider policy.
        await #expect(throws: VisibilityError.widens) {
            try await world.apply(level(.full), to: "ada", mayWiden: false)
        }
    }

    @Test func `a policy that went back to what it was is the same revision`() async throws {
        let world = try await world()
        let first = try SamplePolicy.load()
        let again = try await world.reopened(policy: first, PolicyPermission(revision: first.revision))
        #expect(try await again.purchases(of: "ada", for: "ben").map(\.words) == Self.before)
        #expect(try await again.catalogue.revisions().count == 2)
    }

    @Test func `a revision whose table is lost discloses nothing`() async throws {
        let world = try await world()
        let policy = world.point.rulebook.policy
        let consent = try Consent().applying(
            ConsentChange(sharing: .on(since: nil)), policy: policy,
            stamp: ConsentStamp(revision: 0, at: world.clock.now), minor: false)
        let facts = DecisionFacts(kind: .purchase, audience: .friends, classCode: policy.ordinaryClassCode)
        for revisions in [[policy.table], [nil], []] {
            let limit = ConsentLimit(policy: policy, consent: consent, revisions: revisions)
            #expect(limit.disclosure(facts).isNothing == (revisions.compactMap(\.self).isEmpty))
        }
    }
}
