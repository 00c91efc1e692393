import Disclosure
import Domain
import FeedBuilder
import Foundation
import PolicyEngine
import SampleWorld
import Storage
import VitrineTesting

/// Two worlds that look the same to Ben until something is raised: Ada's two breads have changed places.
struct RaiseWorlds {
    /// The first order is for `bread-1` in one world and for `bread-2` in the other.
    let worlds: [World]
    private let grouping: any RaiseGrouping

    /// When everything bought in January is shown, after the tick of January and before that of February.
    static let shown = "2026-02-20T10:00:00Z"
    /// The first two ticks after that.
    static let ticks = ["2026-03-05T00:00:00Z", "2026-04-05T00:00:00Z"]

    static let levels: [(Audience, Tier, Level)] = [
        (.closeFriends, .ordinary, .full), (.friends, .ordinary, .category),
    ]

    init(grouping: any RaiseGrouping = ByDisplayedForm()) async throws {
        self.grouping = grouping
        let original = try await World()
        worlds = [
            try await World(twinOf: original, grouping: grouping),
            try await World(twinOf: original, grouping: grouping),
        ]
        for (world, order) in zip(worlds, [["bread-1", "bread-2"], ["bread-2", "bread-1"]]) {
            // On a shelf of its own, so that a taxonomy can move it alone.
            try await world.point.catalogue.put([SampleCatalogue.entry("bread-1", category: "fb-2-9", price: 300)])
            try await world.put("ada", "ben")
            try await world.befriend("ada", "ben")
            try await world.share("ada", since: World.start, Self.levels)
            for (index, product) in order.enumerated() {
                try await world.buy(product, by: "ada", at: "2026-01-12T10:00:00Z", order: "order-\(index)")
            }
            try await world.buy("ball-1", by: "ada", at: "2026-01-12T10:00:00Z", order: "order-2")
            try world.now(Self.shown)
        }
    }

    private init(worlds: [World], grouping: any RaiseGrouping) {
        self.worlds = worlds
        self.grouping = grouping
    }

    /// Both, opened anew.
    func reopened() async throws -> RaiseWorlds {
        var reopened: [World] = []
        for world in worlds { reopened.append(try await world.reopened(grouping: grouping)) }
        return RaiseWorlds(worlds: reopened, grouping: grouping)
    }

    func now(_ text: String) throws {
        for world in worlds { try world.now(text) }
    }

    /// The sample policy with titles of the word raised to tier A, or to the class named.
    static func policy(raising word: String, to name: String = "health") throws -> Policy {
        let term = "- { class: health, en: [condom], zh: [避孕套], because: [promise] }"
        return try SamplePolicy.load(replacing: [
            (term, term + "\n  - { class: \(name), en: [\(word)], because: [promise] }")
        ])
    }

    func raise(_ change: Change) async throws {
        for world in worlds { try await change.make(world) }
    }

    /// Raises `bread-1`, each in its way.
    enum Change: String, CaseIterable {
        case policy, title, category, removal, taxonomy

        func make(_ world: World) async throws {
            switch self {
            case .policy: try await world.point.load(RaiseWorlds.policy(raising: "bread 1"))
            case .title:
                try await world.point.catalogue.put([
                    CatalogueEntry(
                        id: World.product("bread-1"), title: LocalizedText(en: "condom", zh: nil),
                        categoryID: "fb-2-9", brand: nil, listPrice: nil, exclusivePrice: nil, isListed: true)
                ])
            case .category:
                try await world.point.catalogue.put([SampleCatalogue.entry("bread-1", category: "hb-1-1", price: 300)])
            case .removal: try await world.point.catalogue.remove(World.product("bread-1"))
            case .taxonomy:
                // The node of `bread-1` is put under one that is withheld; other breads stay where they are.
                let drafts = SampleCatalogue.categories.map { draft in
                    var draft = draft
                    if draft.id == "fb-2-9" { draft.parentID = "hb-1" }
                    return draft
                }
                try await world.point.catalogue.replaceTaxonomy(drafts)
            }
        }
    }

    /// Every byte that Ben is served, in each of the worlds.
    func served() async throws -> [String] {
        var served: [String] = []
        for world in worlds {
            let ben = try await world.id("ben")
            let page = try await world.feed.feed(of: ben, PageRequest(limit: 20)).value
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            served.append(String(decoding: try encoder.encode(page), as: UTF8.self))
        }
        return served
    }

    /// The orders that Ben sees, by world.
    func orders() async throws -> [[String]] {
        var orders: [[String]] = []
        for world in worlds { orders.append(try await world.orders(of: "ada", for: "ben")) }
        return orders
    }
}

extension World {
    /// The orders of an owner that a viewer sees, sorted.
    func orders(of owner: String, for viewer: String) async throws -> [String] {
        let ids = try await purchases(of: owner, for: viewer).map(\.id)
        return try await ledger(of: owner).filter { ids.contains($0.id) }.map(\.order).sorted()
    }
}

/// Lets only what was raised vanish: the defence taken away.
struct EachItemAlone: RaiseGrouping {
    func group(of form: DisplayedForm, item: UInt64) -> RaisedGroup { RaisedGroup(form: form, item: item) }
}
