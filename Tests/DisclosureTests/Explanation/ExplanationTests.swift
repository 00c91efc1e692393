import Disclosure
import Domain
import Foundation
import PolicyEngine
import SampleWorld
import Testing

/// Ada bought one of everything; the others stand towards her in every way there is.
struct ExplanationTests {
    private static let viewers = ["ben", "cleo", "dora", "eve", "finn"]
    private static let bought = ["tea-1", "wine-1", "pill-1", "whey-1", "spade-1", "lamp-1", "chair-1", "mystery-1"]
    private static let levels: [(Audience, Tier, Level)] = [
        (.closeFriends, .ordinary, .full), (.friends, .ordinary, .hint), (.friendsOfFriends, .ordinary, .hint),
        (.everyone, .ordinary, .hint),
    ]

    private func world() async throws -> World {
        let world = try await World()
        try await world.put("ada", "ben", "cleo", "dora", "eve", "finn")
        for friend in ["ben", "cleo", "eve"] { try await world.befriend("ada", friend) }
        try await world.befriend("ben", "dora")
        try await world.makeClose("cleo", to: "ada")
        try await world.share("ada", since: "2026-01-05T10:00:00Z", Self.levels, classes: ["alcohol", "fitness"])
        try await world.block("eve", by: "ada")
        for product in Self.bought { try await world.buy(product, by: "ada", at: "2026-01-06T09:00:00Z") }
        try await world.setItem("chair-1", of: "ada", to: .atMost(.closeFriends))
        return world
    }

    /// The same people, made up.
    private func cast(_ policy: Policy) throws -> RehearsedCast {
        let stamp = ConsentStamp(revision: 0, at: try World.instant(World.start))
        var change = ConsentChange(sharing: .on(since: stamp.at))
        for (audience, tier, level) in Self.levels {
            change.levels[Consent.Setting(audience: audience, tier: tier)] = level
        }
        for name in ["alcohol", "fitness"] { change.classes[ClassCode(name: name)] = true }
        func person(_ name: String, _ friends: [String], closest: String? = nil) throws -> RehearsedPerson {
            var person = RehearsedPerson(
                handle: try World.handle(name), name: name.capitalized, zone: try #require(Zone("UTC")))
            for friend in friends {
                person.friends[try World.handle(friend)] = RehearsedPerson.Friendship(isClose: friend == closest)
            }
            return person
        }
        var ada = try person("ada", ["ben", "cleo", "eve"], closest: "cleo")
        ada.consent = try Consent().applying(change, policy: policy, stamp: stamp, minor: false)
        ada.blocks = [try World.handle("eve")]
        return RehearsedCast([
            ada, try person("ben", ["ada", "dora"]), try person("cleo", ["ada"]), try person("dora", ["ben"]),
            try person("eve", ["ada"]), try person("finn", []),
        ])
    }

    private func rehearsed(_ product: String, visibility: ItemVisibility) throws -> RehearsedPurchase {
        var purchase = RehearsedPurchase(
            name: product, buyer: try World.handle("ada"), product: try World.product(product),
            total: try World.euros(500), at: .instant(try World.instant("2026-01-06T09:00:00Z")),
            receivedAt: try World.instant("2026-01-06T09:00:00Z"))
        purchase.visibility = visibility
        return purchase
    }

    @Test(arguments: ["2026-01-06T09:10:00Z", "2026-02-20T00:00:00Z", "2028-06-01T00:00:00Z"])
    func `what is explained is what is served, of real and of made-up purchases alike`(now: String) async throws {
        let world = try await world()
        try world.now(now)
        let rulebook = world.point.rulebook
        let rehearsal = Rehearsal(
            policy: rulebook.policy, taxonomy: rulebook.taxonomy, goods: try SampleCatalogue.entries())
        let cast = try cast(rulebook.policy)
        for viewer in Self.viewers {
            let served = Dictionary(
                uniqueKeysWithValues: try await world.purchases(of: "ada", for: viewer).map { ($0.id, $0) })
            for product in Self.bought {
                let id = try await world.itemID(product, of: "ada")
                let real = try #require(
                    try await world.point.explanation(of: id, for: try await world.id(viewer)))
                #expect(real.exposed?.words == served[id]?.words, "\(product) for \(viewer)")
                #expect((real.obstacle == nil) == (served[id] != nil), "\(product) for \(viewer)")
                let purchase = try rehearsed(
                    product, visibility: product == "chair-1" ? .atMost(.closeFriends) : .standard)
                let madeUp = try #require(
                    try rehearsal.explanation(
                        of: .purchase(purchase), in: cast, for: .person(World.handle(viewer)), at: World.instant(now)))
                #expect(madeUp.exposed?.words == real.exposed?.words, "\(product) for \(viewer)")
                #expect(madeUp.obstacle == real.obstacle, "\(product) for \(viewer)")
                #expect(madeUp.disclosure == real.disclosure)
                #expect(madeUp.audience == real.audience)
                #expect(madeUp.determining == real.determining)
                #expect(madeUp.releasedAt == real.releasedAt)
            }
        }
    }

    @Test(arguments: [
        ("tea-1", "ben", nil), ("tea-1", "eve", Obstacle.blocked), ("pill-1", "cleo", .rules),
        ("chair-1", "ben", .itemSetting), ("spade-1", "ben", .fewGoods), ("mystery-1", "cleo", .rules),
        ("wine-1", "cleo", .tellingForm), ("whey-1", "finn", .rules),
    ])
    func `the first obstacle is named`(product: String, viewer: String, obstacle: Obstacle?) async throws {
        let world = try await world()
        try world.now("2026-02-20T00:00:00Z")
        let id = try await world.itemID(product, of: "ada")
        let explanation = try #require(
            try await world.point.explanation(of: id, for: try await world.id(viewer)))
        #expect(explanation.obstacle == obstacle)
    }

    @Test func `a made-up purchase of a real owner is decided by the settings they have`() async throws {
        let world = try await world()
        try world.now("2026-02-20T00:00:00Z")
        let (ada, cleo) = (try await world.id("ada"), try await world.id("cleo"))
        let good = try SampleCatalogue.entry("tea-77", category: "fb-1-2", price: 500)
        let purchase = try rehearsed("tea-77", visibility: .standard)
        let explanation = try #require(
            try await world.point.explanation(
                of: .purchase(purchase), owner: ada, good: good, for: cleo, audience: nil))
        #expect(explanation.exposed?.words == "exact tea-77, 2026-01-06T09:00:00Z, 500, ×1")
        #expect(explanation.classes.map(\.id) == ["ordinary"])
        #expect(try await world.purchases(of: "ada", for: "cleo").contains { $0.words.contains("tea-77") } == false)
    }

    @Test func `ids that name nothing are not explained`() async throws {
        let world = try await world()
        let ben = try await world.id("ben")
        #expect(try await world.point.explanation(of: "it_AAAAAAAAAAAAAAAAAAAAAA", for: ben) == nil)
        #expect(try await world.point.explanation(of: "nothing", for: ben) == nil)
    }
}
