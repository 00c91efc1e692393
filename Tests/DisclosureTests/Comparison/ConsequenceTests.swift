import Disclosure
import Domain
import FriendShops
import PolicyEngine
import SampleWorld
import Testing

/// What a change of policy would do to the people and purchases there are.
struct ConsequenceTests {
    /// Ada shares tea, bread, wine and a pill; ben shares a ball; cleo bought tea and shares nothing.
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo")
        try await world.share("ada", since: World.start, classes: ["alcohol"])
        try await world.share("ben", since: World.start)
        for product in ["tea-1", "bread-1", "wine-1", "pill-1"] {
            try await world.buy(product, by: "ada", at: "2026-01-10T09:30:00Z")
        }
        try await world.buy("ball-1", by: "ben", at: "2026-01-11T09:30:00Z")
        try await world.buy("tea-2", by: "cleo", at: "2026-01-12T09:30:00Z")
        try world.now("2026-02-05T00:00:00Z")
        return world
    }

    private func line(
        _ consequences: PolicyConsequences, _ audience: Audience, _ kind: ActivityKind = .purchase
    ) throws -> PolicyConsequences.Line {
        try #require(consequences.lines.first { $0.audience == audience && $0.kind == kind })
    }

    /// Friends see no ordinary goods any more.
    private static let narrower = [
        ("friends", "exact, time: week, price: band"), ("friends-of-friends", "category, time: month"),
        ("everyone", "department, time: month"),
    ].map { audience, product in
        (
            old: """
              - id: \(audience)-ordinary
                when: { kind: purchase, audience: \(audience), tier: ordinary }
                disclose: { product: \(product) }
                because: [promise]

            """, new: ""
        )
    }

    @Test func `the policy in force touches nobody`() async throws {
        let world = try await world()
        let same = try await world.point.consequences(of: try SamplePolicy.load())
        #expect(same.owners == 0)
        #expect(same.people == 3)
        #expect(same.lines.allSatisfy { $0.widened.items == 0 && $0.narrowed.items == 0 })
        #expect(same.lines.allSatisfy { $0.shownBefore == $0.shownAfter })
        // The pill is sealed as withheld, and cleo shares nothing.
        #expect(same.items == 4)
    }

    @Test func `what is narrowed is counted by audience, item and owner`() async throws {
        let world = try await world()
        let touched = try await world.point.consequences(of: try SamplePolicy.load(replacing: Self.narrower))
        let friends = try line(touched, .friends)
        // The wine is a hint among categories, would tell, and is shown to nobody before or after.
        #expect(friends.shownBefore == 3)
        #expect(friends.narrowed == PolicyConsequences.Touch(items: 3, owners: 2))
        #expect(friends.widened == PolicyConsequences.Touch())
        #expect(friends.shownAfter == 0)
        #expect(try line(touched, .everyone).narrowed.items == 0)
        #expect(touched.owners == 2)
    }

    @Test func `consents as given keep a wider policy from showing more`() async throws {
        let world = try await world()
        try await world.share("ada", [(.everyone, .ordinary, .hint), (.friendsOfFriends, .ordinary, .hint)])
        let bent = try SamplePolicy.load(replacing: [
            (
                old: "- id: everyone-ordinary\n    when: { kind: purchase, audience: everyone, tier: ordinary }",
                new:
                    "- id: everyone-ordinary\n    when: { kind: purchase, audience: everyone, tier: [ordinary, coarsen] }"
            ),
            // Without it the grant to friends would have nothing left to give.
            (
                old: """
                  - id: friends-coarsened
                    when: { kind: purchase, audience: friends, tier: coarsen }
                    disclose: { product: department, time: month }
                    because: [promise]

                """, new: ""
            ),
        ])
        #expect(try await world.point.consequences(of: bent).lines.allSatisfy { $0.widened.items == 0 })
    }

    @Test func `agreed to anew, a wider policy shows more`() async throws {
        let world = try await world()
        try await world.share("ben", [(.closeFriends, .ordinary, .full), (.friends, .ordinary, .full)])
        let bent = try SamplePolicy.load(replacing: [
            (
                old:
                    "when: { kind: purchase, audience: friends, tier: ordinary }\n    disclose: { product: exact, time: week, price: band }",
                new: "when: { kind: purchase, audience: friends, tier: ordinary }\n    disclose: full"
            ),
            (
                old: """
                  - id: close-ordinary
                    when: { kind: purchase, audience: close-friends, tier: ordinary }
                    disclose: full
                    because: [promise]

                """, new: ""
            ),
        ])
        let given = try await world.point.consequences(of: bent)
        #expect(given.lines.allSatisfy { $0.widened.items == 0 })
        let anew = try await world.point.consequences(of: bent, assuming: .givenAnew)
        #expect(try line(anew, .friends).widened == PolicyConsequences.Touch(items: 1, owners: 1))
        #expect(anew.owners == 1)
    }

    @Test func `laxer thresholds show more under the same consents`() async throws {
        let world = try await World()
        try await world.put("ada")
        try await world.share(
            "ada", since: World.start, [(.closeFriends, .ordinary, .category), (.friends, .ordinary, .category)])
        try await world.buy("spade-1", by: "ada", at: "2026-01-10T09:30:00Z")
        try world.now("2026-03-05T00:00:00Z")
        let lax = try await world.point.consequences(
            of: try SamplePolicy.load(replacing: [(old: "preimage: { goods: 5 }", new: "preimage: { goods: 2 }")]))
        #expect(try line(lax, .friends).widened == PolicyConsequences.Touch(items: 1, owners: 1))
        #expect(try line(lax, .friends).shownBefore == 0)
    }

    @Test func `a shallower label tells less though the decision is the same`() async throws {
        let world = try await world()
        let shallower = try await world.point.consequences(
            of: try SamplePolicy.load(replacing: [(old: "category: 2 }", new: "category: 1 }")]))
        #expect(try line(shallower, .friends).narrowed.items == 3)
        #expect(try line(shallower, .friends).widened.items == 0)
    }

    @Test func `picks are counted as well`() async throws {
        let world = try await world()
        let ada = try await world.id("ada")
        try await world.shops.setFront(
            FriendShops.Front(name: "Ada's", sign: nil, line: nil, isOpen: true), of: ada)
        try await world.shops.pick(World.product("tea-1"), slot: 1, of: ada)
        let closed = try await world.point.consequences(
            of: try SamplePolicy.load(replacing: [
                (
                    old: "when: { kind: [pick, shop, offer, milestone], audience: everyone }",
                    new: "when: { kind: [shop, offer, milestone], audience: everyone }"
                )
            ]))
        #expect(try line(closed, .everyone, .pick).narrowed == PolicyConsequences.Touch(items: 1, owners: 1))
        #expect(try line(closed, .everyone, .shop).narrowed.items == 0)
    }

    @Test func `answers are the same before and after counting`() async throws {
        let world = try await world()
        try await world.befriend("ada", "ben")
        try await world.buy("tea-3", by: "ada", at: "2026-02-06T09:30:00Z")
        try world.now("2026-03-10T00:00:00Z")
        let before = try World.text(try await world.feedItems(of: "ben"))
        _ = try await world.point.consequences(of: try SamplePolicy.load(replacing: Self.narrower))
        #expect(try World.text(try await world.feedItems(of: "ben")) == before)
        #expect(!before.isEmpty)
    }
}
