import Domain
import SampleWorld
import Storage
import Testing

@testable import Disclosure

/// A class is never lowered without leave, whichever way a write takes.
struct ClassLoweringTests {
    private func world() async throws -> World {
        let world = try await World()
        try await world.point.catalogue.replaceTaxonomy(SampleCatalogue.categories)
        try await world.point.catalogue.put(SampleCatalogue.entries())
        return world
    }

    private func tier(of id: String, in world: World) throws -> Tier {
        try #require(world.point.rulebook.number(of: try World.product(id)).map { world.point.rulebook.tier(of: $0) })
    }

    private func change(_ id: String, _ category: FieldChange<String>) throws -> CatalogueChange {
        CatalogueChange(id: try World.product(id), titleEN: .to("Title of \(id)"), categoryID: category)
    }

    private func putting(_ id: String, on category: String, in world: World) async throws -> CatalogueFault? {
        try await world.point.catalogue.put([try change(id, .to(category))])[0]
    }

    /// Ways from a withheld shelf to an ordinary one.
    enum Detour: CaseIterable {
        case none, deleted, cleared, unknownShelf, treeWithoutShelf, restarted
    }

    @Test(arguments: Detour.allCases)
    func `no detour lowers the class of a good`(detour: Detour) async throws {
        var world = try await world()
        let desk = world.point.catalogue
        switch detour {
        case .none: break
        case .deleted, .restarted: try await desk.remove(World.product("pill-1"))
        case .cleared: #expect(try await desk.put([try change("pill-1", .clear)]).isEmpty)
        case .unknownShelf: #expect(try await putting("pill-1", on: "zz-9", in: world) == nil)
        case .treeWithoutShelf:
            try await desk.replaceTaxonomy(SampleCatalogue.categories.filter { !$0.id.hasPrefix("hb") })
        }
        if detour == .restarted { world = try await world.reopened() }
        #expect(try await putting("pill-1", on: "fb-2-1", in: world) == .classLowered(by: .category))
        if let number = world.point.rulebook.number(of: try World.product("pill-1")) {
            #expect(world.point.rulebook.tier(of: number) == .withhold)
        }
        let leave = try await world.point.catalogue.put([try change("pill-1", .to("fb-2-1"))], allowsLowering: true)
        #expect(try leave.isEmpty && tier(of: "pill-1", in: world) == .ordinary)
        // What was allowed once is not asked again.
        try await world.point.catalogue.remove(World.product("pill-1"))
        #expect(try await putting("pill-1", on: "fb-2-1", in: world) == nil)
    }

    @Test func `of two writes in one batch the second is held to the class of the first`() async throws {
        let world = try await world()
        let faults = try await world.point.catalogue.put([
            try change("bread-1", .to("hb-1-1")), try change("bread-1", .to("fb-2-1")),
            try change("tea-1", .to("fb-1-2")),
        ])
        #expect(faults == [1: .classLowered(by: .category)])
        #expect(try tier(of: "bread-1", in: world) == .withhold)
    }

    @Test func `a dry run tells what would be refused, and changes nothing`() async throws {
        let world = try await world()
        let lowering = try change("pill-1", .to("fb-2-1"))
        let raising = try change("bread-1", .to("hb-1-1"))
        #expect(
            try await world.point.catalogue.put([raising, lowering], dryRun: true) == [1: .classLowered(by: .category)])
        #expect(try tier(of: "bread-1", in: world) == .ordinary)
    }

    @Test func `a taxonomy that lowers goods and shelves is refused as a whole`() async throws {
        let world = try await world()
        // The shelf of pills moves to where bread is.
        let moved = SampleCatalogue.categories.map { category in
            var category = category
            if category.id == "hb-1" { category.parentID = "fb-2" }
            return category
        }
        let lowered = SampleCatalogue.categories.filter { $0.id != "hb-1" }.map { category in
            var category = category
            if category.id == "hb-1-1" { category.parentID = "fb-2" }
            return category
        }
        #expect(throws: Never.self) { try world.point.catalogue.missingRoots(in: moved) }
        let error = await #expect(throws: TaxonomyLoweringError.self) {
            try await world.point.catalogue.replaceTaxonomy(lowered)
        }
        #expect(error?.products == ["pill-1"] && error?.categories == ["hb-1-1"])
        #expect(try tier(of: "pill-1", in: world) == .withhold)
        try await world.point.catalogue.replaceTaxonomy(lowered, allowsLowering: true)
        #expect(try tier(of: "pill-1", in: world) == .ordinary)
    }

    @Test func `what is absent of a good stays, and what is cleared goes`() async throws {
        let world = try await world()
        let id = try World.product("tea-1")
        let full = CatalogueChange(
            id: id, titleEN: .to("Tea"), titleZH: .to("茶"), exclusivePrice: .to(try World.euros(400)), isListed: false,
            commissionRate: .set(BasisPoints(100)),
            references: .set([try #require(ReferencePrice(seller: "Else", price: try World.euros(600)))]))
        #expect(try await world.point.catalogue.put([full]).isEmpty)
        let before = try #require(world.point.rulebook.good(id)?.product)
        #expect(try await world.point.catalogue.put([CatalogueChange(id: id)]).isEmpty)
        #expect(world.point.rulebook.good(id)?.product == before)
        #expect(before.title == LocalizedText(en: "Tea", zh: "茶") && before.status == .delisted)
        let cleared = CatalogueChange(
            id: id, titleEN: .clear, brand: .clear, exclusivePrice: .clear, commissionRate: .clear, references: .clear)
        #expect(try await world.point.catalogue.put([cleared]).isEmpty)
        let after = try #require(world.point.rulebook.good(id)?.product)
        #expect(after.title == LocalizedText(en: nil, zh: "茶") && after.brand == nil && after.references.isEmpty)
        #expect(after.categoryID == before.categoryID && after.listPrice == before.listPrice)
        let nameless = CatalogueChange(id: id, titleZH: .clear)
        #expect(try await world.point.catalogue.put([nameless]) == [0: .titleMissing])
    }

    @Test func `a person of whom nothing is said is a minor still, in their zone`() async throws {
        let world = try await World()
        try await world.put("ada", zone: "Asia/Shanghai", minor: true)
        let ada = try World.handle("ada")
        #expect(try await world.point.people.put([People.Change(handle: ada, name: "Countess")]).isEmpty)
        let profile = try #require(try await world.point.people.profile(of: try await world.id("ada")))
        #expect(profile.isMinor && profile.zone == Zone("Asia/Shanghai") && profile.name == "Countess")
        #expect(try await world.point.people.put([People.Change(handle: ada, zone: .clear, isMinor: false)]).isEmpty)
        let later = try #require(try await world.point.people.profile(of: try await world.id("ada")))
        #expect(!later.isMinor && later.zone == .utc && later.name == "Countess")
        let unknown = People.Change(handle: try World.handle("zoe"), isMinor: true)
        #expect(try await world.point.people.put([unknown]) == [0: .nameMissing])
    }

    @Test func `a purchase of which it is not said stays returned, and keeps its shop`() async throws {
        let world = try await world()
        try await world.put("ada", "ben")
        // The own ledger names the shops of friends.
        try await world.befriend("ada", "ben")
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z", shop: "ben", isReturned: true)
        func put(_ shop: FieldChange<Handle>, _ status: PurchaseDraft.Status?) async throws -> OwnPurchase {
            try await world.point.intake.put(
                PurchaseDraft(
                    key: try World.key("tea-1"), buyer: try World.handle("ada"), product: try World.product("tea-1"),
                    quantity: 2, total: try World.euros(500), at: .instant(try World.instant("2026-01-05T12:00:00Z")),
                    shop: shop, status: status))
            return try #require(try await world.ledger(of: "ada").first)
        }
        let silent = try await put(.asItWas, nil)
        #expect(silent.quantity == 2 && silent.status == "returned" && silent.boughtAt?.handle == "ben")
        let cleared = try await put(.clear, .bought)
        #expect(cleared.status == "bought" && cleared.boughtAt == nil)
    }

    @Test func `a purchase passes to another buyer only where that is allowed`() async throws {
        let world = try await world()
        try await world.put("ada", "ben")
        try await world.buy("tea-1", by: "ada", at: "2026-01-05T12:00:00Z")
        let (key, ben) = (try World.key("tea-1"), try World.handle("ben"))
        let (product, total) = (try World.product("tea-1"), try World.euros(500))
        let moment = PurchaseDraft.Moment.instant(try World.instant("2026-01-05T12:00:00Z"))
        func put(reassigns: Bool) async throws -> [Int: IntakeError] {
            try await world.point.intake.put(count: 1, keys: [key], people: [ben], reassigns: reassigns) { _ in
                PurchaseDraft(key: key, buyer: ben, product: product, quantity: 1, total: total, at: moment)
            }
        }
        #expect(try await put(reassigns: false) == [0: .otherBuyer])
        #expect(try await world.ledger(of: "ada").count == 1)
        #expect(try await put(reassigns: true).isEmpty)
        #expect(try await world.ledger(of: "ada").isEmpty)
    }
}
