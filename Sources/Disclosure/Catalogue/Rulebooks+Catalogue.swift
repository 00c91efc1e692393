import Domain
import PolicyEngine
import Storage
import Synchronization

extension Rulebooks {
    /// Replaces the taxonomy as a whole.
    ///
    /// Where the tree changes and not names only, it may raise what is shown; `note` is told before it is replaced.
    func replaceTaxonomy(
        _ drafts: [CategoryDraft], now: Instant, note: ([CategoryDraft]) async throws -> Void = { _ in }
    ) async throws {
        let book = current
        let former = book.taxonomy.categories
        var raises = lasting(book, now)
        let isAnother = Set(former.map(Place.init)) != Set(drafts.map(Place.init))
        if isAnother { try await note(drafts) }
        if isAnother, !former.isEmpty {
            raises = try await self.raises(
                after: book, .taxonomy(former),
                until: book.policy.release.endOfHold(from: now), now: now)
        }
        var opened: [Openings.Subject: ClassCode] = [:]
        // Without a tree everything was withheld, as after a restore of another one, until this is imported again.
        if isAnother, !former.isEmpty {
            let numbers = try await store.removedCategories().merging(former.map { ($0.id, $0.number) }) { $1 }
            let next = book.over(Self.taxonomy(Self.numbered(drafts, numbers)))
            opened = next.opened(since: book)
            try await keepClasses(of: book.products.map(\.id), from: book, to: next)
        }
        let openings = try await openings(of: book, opened, now: now)
        replace(by: book.over(Self.taxonomy(try await store.replaceCategories(drafts))).holding(raises, openings))
    }

    /// The categories with the numbers that they have; new ones have some that nothing has.
    private static func numbered(_ drafts: [CategoryDraft], _ numbers: [String: UInt32]) -> [Domain.Category] {
        drafts.enumerated().map { index, draft in
            Domain.Category(
                number: numbers[draft.id] ?? UInt32.max - UInt32(index), id: draft.id, parentID: draft.parentID,
                name: draft.name)
        }
    }

    /// Where a category lies in the tree.
    private struct Place: Hashable {
        let id: String
        let parent: String?

        init(_ category: Domain.Category) {
            (id, parent) = (category.id, category.parentID)
        }

        init(_ draft: CategoryDraft) {
            (id, parent) = (draft.id, draft.parentID)
        }
    }

    /// What is told of products before they are changed so that something is hidden: the category and class of each then.
    typealias ProductNote = ([ProductID: CatalogueNotes.Shelf]) async throws -> Void

    /// Inserts or replaces products.
    func put(_ drafts: [ProductDraft], now: Instant, note: ProductNote = { _ in }) async throws {
        let book = current
        let drafts = drafts.map { $0.dated(after: book.good($0.id)?.product, now: now) }
        var unknown: Set<ProductID> = []
        let expected = drafts.map { draft in
            let number = book.number(of: draft.id)
            if number == nil { unknown.insert(draft.id) }
            // New ones get their number from the store; until then any will do that nothing has.
            return Product(draft, number: number ?? UInt32.max - UInt32(unknown.count))
        }
        let ids = Set(drafts.map(\.id))
        let next = book.replacing(expected, removing: [])
        let raises = try await raises(from: book, to: next, touching: ids, new: unknown, now: now, note: note)
        try await keepClasses(of: ids, from: book, to: next)
        let opened = next.opened(since: book, touching: ids, gone: gone.withLock(\.self))
        let openings = try await openings(of: book, opened, now: now)
        replace(by: book.replacing(try await store.putProducts(drafts), removing: []).holding(raises, openings))
        gone.withLock { gone in if !gone.isEmpty { for id in unknown { gone[id] = nil } } }
    }

    func remove(_ id: ProductID, now: Instant, note: ProductNote = { _ in }) async throws {
        let book = current
        let next = book.replacing([], removing: [id])
        let raises = try await raises(from: book, to: next, touching: [id], new: [], now: now, note: note)
        try await keepClasses(of: [id], from: book, to: next)
        let opened = next.opened(since: book, touching: [id])
        let openings = try await openings(of: book, opened, now: now)
        try await store.deleteProduct(id)
        if let number = book.number(of: id) { gone.withLock { $0[id] = number } }
        replace(by: next.holding(raises, openings))
    }

    private func raises(
        from book: Rulebook, to next: Rulebook, touching ids: Set<ProductID>, new: Set<ProductID>, now: Instant,
        note: ProductNote
    ) async throws -> [Raise] {
        guard next.mayHideMore(than: book, ids) else { return lasting(book, now) }
        try await note(
            Dictionary(
                uniqueKeysWithValues: ids.map { id in
                    let good = next.good(id)
                    return (
                        id,
                        CatalogueNotes.Shelf(category: good?.product.categoryID, classCode: good?.classCode ?? .unknown)
                    )
                }))
        let former = ids.compactMap { book.good($0)?.product }.sorted { $0.number < $1.number }
        return try await raises(
            after: book,
            .products(put: former, removed: new.sorted { $0.text < $1.text }),
            until: book.policy.release.endOfHold(from: now), now: now)
    }
}

extension Rulebook {
    /// Whether purchases may be hidden that were shown before some products changed: their own, by their class, or others',
    /// because too few goods or too few ordinary ones stand behind a label now.
    fileprivate func mayHideMore(than former: Rulebook, _ ids: Set<ProductID>) -> Bool {
        var categories: Set<UInt32> = []
        for id in ids {
            let (before, after) = (former.good(id), good(id))
            categories.formUnion([before?.category, after?.category].compactMap(\.self).filter { $0 != 0 })
            guard let before, policy.tier(of: before.classCode) != .withhold else { continue }
            let code = after?.classCode ?? .unknown
            if code != before.classCode, policy.tier(of: code) != .ordinary { return true }
        }
        return census.mayHideMore(
            than: former.census, under: categories, goods: policy.preimageGoods, thresholds: policy.telling)
    }
}
