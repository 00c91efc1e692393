import Disclosure
import Domain
import PolicyEngine
import SampleWorld
import Testing
import VitrineTesting

struct VisibilitySettingsTests {
    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo", "dan")
        try await world.befriend("ada", "ben")
        try await world.befriend("ada", "cleo")
        try await world.makeClose("ben", to: "ada")
        try world.now("2026-01-06T00:00:00Z")
        try await world.share("ada", since: World.start)
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        return world
    }

    private static func levels(_ audience: Audience, _ level: Level, tier: Tier = .ordinary) -> VisibilityPatch {
        VisibilityPatch(consent: .init(levels: [Consent.Setting(audience: audience, tier: tier): level]))
    }

    /// Every kind of widening.
    private static func widenings() throws -> [(String, VisibilityPatch)] {
        let ben = try World.handle("ben")
        let cleo = try World.handle("cleo")
        let dan = try World.handle("dan")
        return [
            (
                "earlier since",
                VisibilityPatch(consent: .init(sharing: .on(since: try World.instant("2026-01-01T00:00:00Z"))))
            ),
            ("higher level", levels(.friends, .product)),
            ("farther audience", levels(.friendsOfFriends, .hint)),
            ("class opted in", VisibilityPatch(consent: .init(classes: [ClassCode(name: "alcohol"): true]))),
            ("closer friend", VisibilityPatch(closeFriends: .init(add: [cleo]))),
            ("unblocked", VisibilityPatch(blocks: .init(remove: [dan]))),
            ("friend sees from earlier", VisibilityPatch(friendsSeeFrom: [ben: Instant(seconds: 0)])),
            ("private mode off", VisibilityPatch(consent: .init(privateMode: .off))),
            (
                "private mode shorter",
                VisibilityPatch(consent: .init(privateMode: .until(try World.instant("2026-01-07T00:00:00Z"))))
            ),
            (
                "both at once",
                VisibilityPatch(
                    consent: .init(levels: [Consent.Setting(audience: .friends, tier: .ordinary): .hint]),
                    closeFriends: .init(add: [cleo]))
            ),
        ]
    }

    @Test func `who may only narrow cannot widen in any way`() async throws {
        let world = try await world()
        try await world.block("dan", by: "ada")
        try await world.apply(
            VisibilityPatch(consent: .init(privateMode: .until(World.instant("2026-01-08T00:00:00Z")))), to: "ada")
        let before = world.records.all
        for (kind, patch) in try Self.widenings() {
            await #expect(throws: VisibilityError.widens, "\(kind)") {
                try await world.apply(patch, to: "ada", mayWiden: false)
            }
            #expect(world.records.all == before, "\(kind)")
        }
        for (kind, patch) in try Self.widenings() {
            await #expect(throws: Never.self, "\(kind)") { try await world.apply(patch, to: "ada") }
        }
    }

    @Test func `who may only narrow cannot prepare a widening while sharing is off`() async throws {
        let world = try await World()
        try await world.put("ada")
        for patch in [
            Self.levels(.closeFriends, .full),
            VisibilityPatch(
                consent: .init(
                    classes: [ClassCode(name: "alcohol"): true],
                    levels: [Consent.Setting(audience: .closeFriends, tier: .coarsen): .hint])),
            VisibilityPatch(consent: .init(sharing: .on(since: nil))),
            // Levels of classes of which none is opted in, which act when one is.
            Self.levels(.closeFriends, .full, tier: .ownerDecides), Self.levels(.closeFriends, .hint, tier: .coarsen),
        ] {
            await #expect(throws: VisibilityError.widens) { try await world.apply(patch, to: "ada", mayWiden: false) }
        }
        try await world.share("ada")
        try await world.apply(VisibilityPatch(consent: .init(sharing: .off)), to: "ada", mayWiden: false)
    }

    @Test func `who may only narrow cannot raise the level of classes that are not opted in`() async throws {
        let world = try await world()
        for (tier, level) in [(Tier.ownerDecides, Level.full), (.coarsen, .category)] {
            let patch = Self.levels(.closeFriends, level, tier: tier)
            await #expect(throws: VisibilityError.widens, "\(tier)") {
                try await world.apply(patch, to: "ada", mayWiden: false)
            }
        }
        // Hints would hide among ordinary goods once a class is opted in.
        await #expect(throws: VisibilityError.widens) {
            try await world.apply(Self.levels(.friends, .hint), to: "ada", mayWiden: false)
        }
    }

    @Test func `coarsening ordinary goods to where hints hide among them needs the right to widen`() async throws {
        let world = try await world()
        try await world.apply(
            VisibilityPatch(consent: .init(classes: [ClassCode(name: "alcohol"): true])), to: "ada")
        let patch = Self.levels(.friends, .hint)
        await #expect(throws: VisibilityError.widens) { try await world.apply(patch, to: "ada", mayWiden: false) }
        try await world.apply(patch, to: "ada")
    }

    @Test func `who may only narrow can narrow in every way`() async throws {
        let world = try await world()
        let patches = [
            Self.levels(.friends, .nothing), VisibilityPatch(closeFriends: .init(remove: [try World.handle("ben")])),
            VisibilityPatch(consent: .init(privateMode: .until(try World.instant("2026-01-07T00:00:00Z")))),
            VisibilityPatch(consent: .init(privateMode: .until(try World.instant("2026-01-08T00:00:00Z")))),
            VisibilityPatch(consent: .init(privateMode: .until(nil))),
            VisibilityPatch(friendsSeeFrom: [try World.handle("ben"): try World.instant("2027-01-01T00:00:00Z")]),
            VisibilityPatch(consent: .init(sharing: .on(since: try World.instant("2026-01-06T00:00:00Z")))),
            VisibilityPatch(blocks: .init(add: [try World.handle("ben")])),
            VisibilityPatch(mutes: .init(add: [try World.handle("ben")])),
            VisibilityPatch(consent: .init(sharing: .off)),
        ]
        for (number, patch) in patches.enumerated() {
            await #expect(throws: Never.self, "\(number)") { try await world.apply(patch, to: "ada", mayWiden: false) }
            world.clock.advance(bySeconds: 60)
        }
    }

    @Test func `an item is shown to more only by who may widen`() async throws {
        let world = try await world()
        let order: [ItemVisibility] = [.hidden, .atMost(.closeFriends), .atMost(.friends), .atMost(.everyone)]
        for (farther, wide) in order.enumerated() {
            for (closer, narrow) in order.enumerated() where closer < farther {
                try await world.setItem("tea-1", of: "ada", to: wide)
                try await world.setItem("tea-1", of: "ada", to: narrow, mayWiden: false)
                await #expect(throws: VisibilityError.widens) {
                    try await world.setItem("tea-1", of: "ada", to: wide, mayWiden: false)
                }
            }
        }
    }

    @Test func `less for a closer audience than for a farther one is refused, naming the pair`() async throws {
        let world = try await world()
        await #expect(
            throws: VisibilityError.consent(
                .closerBelowFarther(closer: .friends, farther: .friendsOfFriends, tier: .ordinary))
        ) { try await world.apply(Self.levels(.friendsOfFriends, .product), to: "ada") }
        await #expect(
            throws: VisibilityError.consent(
                .closerBelowFarther(closer: .closeFriends, farther: .friends, tier: .coarsen))
        ) { try await world.apply(Self.levels(.closeFriends, .nothing, tier: .coarsen), to: "ada") }
        #expect(
            try await world.point.visibility.settings(of: world.id("ada"))?.levels["friends"]?["ordinary"] == "category"
        )
    }

    @Test func `what cannot be consented to is refused`() async throws {
        let world = try await world()
        let health = ClassCode(name: "health")
        let cases: [(ConsentChange, ConsentChangeError)] = [
            (.init(classes: [health: true]), .cannotOptIn(health)),
            (.init(classes: [ClassCode(name: "ordinary"): true]), .cannotOptIn(ClassCode(name: "ordinary"))),
            (.init(classes: [ClassCode(name: "nonsense"): true]), .unknownClass(ClassCode(name: "nonsense"))),
            (.init(sharing: .on(since: try World.instant("2026-01-06T00:00:01Z"))), .sinceInTheFuture),
            (.init(privateMode: .until(try World.instant("2026-01-06T00:00:00Z"))), .endInThePast),
        ]
        for (change, error) in cases {
            await #expect(throws: VisibilityError.consent(error)) {
                try await world.apply(VisibilityPatch(consent: change), to: "ada")
            }
        }
    }

    @Test func `lists take friends where they are about friends, and never the owner`() async throws {
        let world = try await world()
        let dan = try World.handle("dan")
        await #expect(throws: VisibilityError.unknownMember(list: .closeFriends)) {
            try await world.apply(VisibilityPatch(closeFriends: .init(add: [dan])), to: "ada")
        }
        await #expect(throws: VisibilityError.unknownMember(list: .friendsSeeFrom)) {
            try await world.apply(VisibilityPatch(friendsSeeFrom: [dan: Instant(seconds: 0)]), to: "ada")
        }
        await #expect(throws: VisibilityError.unknownMember(list: .blocks)) { try await world.block("ada", by: "ada") }
    }

    @Test func `a preview names friends and audiences, and changes nothing`() async throws {
        let world = try await world()
        try world.now("2026-02-05T00:00:00Z")
        let before = world.records.all
        let ada = try await world.id("ada")
        func preview(_ patch: VisibilityPatch) async throws -> [[String]] {
            let preview = try await world.point.visibility.preview(patch, of: ada)
            return [
                preview.widens.friends, preview.widens.audiences, preview.narrows.friends, preview.narrows.audiences,
            ]
        }
        #expect(try await preview(Self.levels(.friends, .product)) == [["cleo"], [], [], []])
        #expect(try await preview(Self.levels(.friendsOfFriends, .hint)) == [[], ["friends-of-friends"], [], []])
        #expect(try await preview(Self.levels(.friends, .nothing)) == [[], [], ["cleo"], []])
        #expect(try await preview(VisibilityPatch(consent: .init(sharing: .off))) == [[], [], ["ben", "cleo"], []])
        let close = try VisibilityPatch(
            closeFriends: .init(add: [World.handle("cleo")], remove: [World.handle("ben")]))
        #expect(try await preview(close) == [["cleo"], [], ["ben"], []])
        #expect(try await preview(VisibilityPatch(blocks: .init(add: [World.handle("ben")]))) == [[], [], ["ben"], []])
        #expect(try await preview(VisibilityPatch()) == [[], [], [], []])
        #expect(world.records.all == before)
    }

    @Test func `the history is newest first and says who changed what, when and under which policy`() async throws {
        let world = try await world()
        world.clock.advance(bySeconds: 60)
        try await world.apply(Self.levels(.friends, .hint), to: "ada")
        let entries = try await world.point.visibility.history(of: world.id("ada")).entries
        #expect(entries.map(\.at) == ["2026-01-06T00:01:00Z", "2026-01-06T00:00:00Z", World.start])
        #expect(entries.first?.changes == ["friends see ordinary goods at level hint"])
        #expect(entries.allSatisfy { $0.client == "test" && $0.policy == world.point.rulebook.policy.revision })
        #expect(entries.last?.changes == ["ben added to close friends"])
    }

    @Test func `settings are told as they are`() async throws {
        let world = try await world()
        let settings = try #require(try await world.point.visibility.settings(of: world.id("ada")))
        #expect(settings.sharing.on && settings.sharing.since == World.start)
        #expect(settings.classes.keys.sorted() == ["alcohol", "fitness"])
        #expect(settings.classes.values.allSatisfy { !$0.optedIn })
        #expect(settings.levels["close-friends"]?["ordinary"] == "product")
        #expect(settings.levels["everyone"]?["ordinary"] == "nothing")
        #expect(!settings.privateMode.on)
        #expect(settings.closeFriends == ["ben"])
        #expect(settings.friendsSeeFrom.keys.sorted() == ["ben", "cleo"])
    }
}
