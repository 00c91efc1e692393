import Domain
import SampleWorld
@_spi(EnforcementPoint) import Sealing
import Storage
import Testing
import VitrineTesting

@testable import Disclosure

/// An older copy of the records comes back with the catalogue and the taxonomy that it had.
struct CatalogueNotesTests {
    /// What may hide a product that somebody bought.
    enum Change: CaseIterable {
        case moved, removed, renamed
    }

    private func world() async throws -> World {
        let world = try await World()
        try await world.point.catalogue.replaceTaxonomy(SampleCatalogue.categories)
        try await world.point.catalogue.put(SampleCatalogue.entries())
        try await world.put("ada", "ben")
        try await world.befriend("ada", "ben")
        try await world.share("ada", since: World.start)
        for product in ["tea-1", "bread-1"] { try await world.buy(product, by: "ada", at: "2026-01-05T12:00:00Z") }
        return world
    }

    /// What there was of everything that lies in the file of the records.
    private struct Copy {
        let boxes: [Address: SealedBox]
        let categories: [CategoryDraft]
        let products: [ProductDraft]

        init(_ world: World) async throws {
            boxes = world.records.all
            categories = SampleCatalogue.categories
            products = try await world.catalogue.products().map(ProductDraft.init)
        }

        func putBack(in world: World) async throws {
            world.records.putBack(boxes)
            _ = try await world.catalogue.replaceCategories(categories)
            _ = try await world.catalogue.putProducts(products)
            try await world.catalogue.removeRaises(endedBy: World.instant("2027-01-01T00:00:00Z"))
        }
    }

    private func shown(_ world: World) async throws -> Int {
        let reopened = try await world.reopened()
        try reopened.now("2026-06-01T00:00:00Z")
        return try await reopened.purchases(of: "ada", for: "ben").count
    }

    /// Tea lies among what is sold for one's health.
    private var movedTree: [CategoryDraft] {
        SampleCatalogue.categories.map { category in
            var category = category
            if category.id == "fb-1-2" { category.parentID = "hb-1" }
            return category
        }
    }

    @Test(arguments: Change.allCases, [RecordsOrigin.served, .backup])
    func `a product that was hidden by the catalogue stays hidden`(change: Change, origin: RecordsOrigin) async throws {
        let world = try await world()
        let older = try await Copy(world)
        switch change {
        case .moved:
            try await world.point.catalogue.put([SampleCatalogue.entry("tea-1", category: "hb-1-1", price: 500)])
        case .removed: try await world.point.catalogue.remove(World.product("tea-1"))
        case .renamed:
            let renamed = CatalogueChange(id: try World.product("tea-1"), titleEN: .to("A condom"))
            #expect(try await world.point.catalogue.put([renamed]).isEmpty)
        }
        for name in ["dan", "eve"] { try await world.put(name) }
        try await older.putBack(in: world)
        let restored = try await world.reopened(origin: origin)
        #expect(restored.point.wasBehind && !restored.point.lacksTaxonomy)
        #expect(try await shown(restored) == 1)
    }

    @Test func `under another tree nothing is shown until the last one is there`() async throws {
        let world = try await world()
        let older = try await Copy(world)
        try await world.point.catalogue.replaceTaxonomy(movedTree)
        try await older.putBack(in: world)
        let restored = try await world.reopened(origin: .backup)
        #expect(restored.point.wasBehind && restored.point.lacksTaxonomy)
        #expect(try await shown(restored) == 0)
        try restored.now("2026-01-06T12:00:00Z")
        try await restored.point.catalogue.replaceTaxonomy(movedTree)
        #expect(try await shown(restored) == 1)
    }

    @Test func `what hides nothing is not noted`() async throws {
        let world = try await world()
        let older = try await Copy(world)
        try await world.point.catalogue.put([SampleCatalogue.entry("tea-1", category: "fb-1-2", price: 600)])
        try await world.point.catalogue.replaceTaxonomy(SampleCatalogue.categories.reversed())
        try await older.putBack(in: world)
        let restored = try await world.reopened(origin: .backup)
        #expect(!restored.point.wasBehind)
        #expect(try await shown(restored) == 2)
    }

    @Test func `a note that cannot be read leaves its product without a category`() async throws {
        let world = try await world()
        let older = try await Copy(world)
        try await world.point.catalogue.put([SampleCatalogue.entry("tea-1", category: "fb-2-1", price: 500)])
        try await world.point.catalogue.remove(World.product("bread-1"))
        let note = world.keys.address(of: .productNote(try World.product("tea-1")))
        var batch = SealedBatch()
        batch.put(SealedBox(bytes: [1, 2, 3]), at: note)
        try await world.keyStore.commit(batch)
        try await older.putBack(in: world)
        #expect(try await shown(world) == 0)
    }
}
