import Domain
import Storage
import Testing
import VitrineTesting

/// A little of everything that a data store holds.
struct SampleWorld {
    let boxes: [Address: SealedBox]
    let products: [ProductDraft]
    let categories: [CategoryDraft]
    let revision: StoredRevision

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var boxes: [Address: SealedBox] = [:]
        for size in [64, 512, 2_048, 9_000] {
            for _ in 0..<50 { boxes[Address(bytes: random.bytes(16))] = SealedBox(bytes: random.bytes(size)) }
        }
        self.boxes = boxes
        products = ["kettle", "cup"].compactMap { ProductID($0) }.map { id in
            ProductDraft(
                id: id, title: LocalizedText(en: id.text, zh: "茶"), categoryID: "hg", brand: nil, listPrice: nil,
                exclusivePrice: nil, status: .listed)
        }
        categories = [CategoryDraft(id: "hg", parentID: nil, name: LocalizedText(en: "Home", zh: "家居"))]
        revision = StoredRevision(
            name: "first", table: random.bytes(300), memory: random.bytes(40), loadedAt: Instant(seconds: 1_790_000_000)
        )
    }

    func put(into store: some SealedStore & CatalogueStore & PolicyStore) async throws {
        var batch = SealedBatch()
        for (address, box) in boxes { batch.put(box, at: address) }
        try await store.commit(batch)
        _ = try await store.putProducts(products)
        _ = try await store.replaceCategories(categories)
        _ = try await store.appendRevision(revision)
    }

    func expectAll(in store: some SealedStore & CatalogueStore & PolicyStore) async throws {
        let addresses = Array(boxes.keys)
        #expect(try await store.boxes(at: addresses) == addresses.map { boxes[$0] })
        #expect(try await store.count() == boxes.count)
        #expect(try await store.products().map(\.id) == products.map(\.id))
        #expect(try await store.categories().map(\.id) == ["hg"])
        #expect(try await store.revisions() == [revision])
    }
}
