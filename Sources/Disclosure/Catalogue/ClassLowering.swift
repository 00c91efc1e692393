import Domain
import PolicyEngine
import Storage

/// The one rule for every change of catalogue and taxonomy: a class is never lowered without leave.
///
/// A product counts as lowered if its tier would be laxer than that of the class that was last known of it. That class is
/// kept in the store while the product is deleted or on no known shelf, so that going by way of either lowers nothing.
struct ClassLowering {
    let book: Rulebook
    /// The classes last known of products that are deleted or of unknown class.
    let kept: [ProductID: ClassCode]

    /// The class that a product may not fall below; `nil` if it may be in any.
    ///
    /// The draft is the product as the same batch wrote it before.
    func floor(of id: ProductID, writtenAs draft: ProductDraft? = nil) -> ClassCode? {
        let code = book.good(id)?.classCode ?? .unknown
        var floor = code == .unknown ? kept[id] : code
        if let draft {
            let written = book.classCode(of: draft)
            if written != .unknown { floor = floor.map { book.stricter($0, written) } ?? written }
        }
        return floor.flatMap { book.policy.tier(of: $0) == .ordinary ? nil : $0 }
    }

    /// Whether a class is known and laxer than another; goods of unknown class are withheld.
    func isLower(_ code: ClassCode, than floor: ClassCode) -> Bool {
        code != .unknown && book.policy.tier(of: code) < book.policy.tier(of: floor)
    }

    /// The field by which a write would lower the class of a product; `nil` if it lowers nothing.
    func field(lowering draft: ProductDraft, from former: ProductDraft?, below floor: ClassCode) -> CatalogueFault
        .LoweringField?
    {
        func isLower(_ draft: ProductDraft) -> Bool { self.isLower(book.classCode(of: draft), than: floor) }
        guard isLower(draft) else { return nil }
        guard let former else { return .category }
        var candidate = draft
        candidate.categoryID = former.categoryID
        if former.categoryID != draft.categoryID, !isLower(candidate) { return .category }
        candidate = draft
        candidate.title = former.title
        if former.title != draft.title, !isLower(candidate) { return .title }
        return former.brand != draft.brand ? .brand : .category
    }
}

/// Why a taxonomy is refused: it would treat goods or whole shelves less strictly than the one in force.
///
/// Names products and categories, and nobody.
public struct TaxonomyLoweringError: Error, Equatable, Sendable {
    /// The ids of the products that would be lowered, sorted.
    public let products: [String]
    /// The ids of the categories that would be lowered, sorted.
    public let categories: [String]
}

extension Rulebooks {
    func lowering(_ book: Rulebook) async throws(StorageError) -> ClassLowering {
        ClassLowering(book: book, kept: try await store.keptClasses())
    }

    /// Works out the products after a batch of writes, one after the other, and which of the writes are refused.
    func drafts(
        of changes: [CatalogueChange], allowsLowering: Bool
    ) async throws(StorageError) -> (drafts: [ProductDraft], faults: [Int: CatalogueFault]) {
        let book = current
        let needsKept = changes.contains { book.good($0.id).map { $0.classCode == .unknown } ?? true }
        let lowering = needsKept ? try await lowering(book) : ClassLowering(book: book, kept: [:])
        var drafts: [ProductDraft] = []
        var faults: [Int: CatalogueFault] = [:]
        var earlier: [ProductID: ProductDraft] = [:]
        drafts.reserveCapacity(changes.count)
        for (index, change) in changes.enumerated() {
            let former = earlier[change.id] ?? book.good(change.id).map { ProductDraft($0.product) }
            let floor = lowering.floor(of: change.id, writtenAs: earlier[change.id])
            do throws(CatalogueFault) {
                let draft = try change.draft(over: former)
                if let floor, !allowsLowering,
                    let field = lowering.field(lowering: draft, from: former, below: floor)
                {
                    throw .classLowered(by: field)
                }
                earlier[change.id] = draft
                drafts.append(draft)
            } catch {
                faults[index] = error
            }
        }
        return (drafts, faults)
    }

    /// Keeps the classes of products that become unknown or go, and forgets those of products that are known again.
    func keepClasses(of ids: some Sequence<ProductID>, from book: Rulebook, to next: Rulebook)
        async throws(StorageError)
    {
        var classes: [ProductID: ClassCode?] = [:]
        var known: [ProductID] = []
        for id in ids {
            let (before, after) = (book.good(id)?.classCode ?? .unknown, next.good(id)?.classCode ?? .unknown)
            switch (before == .unknown, after == .unknown) {
            case (false, true): classes[id] = .some(before)
            case (true, false): known.append(id)
            default: break
            }
        }
        let kept = known.isEmpty ? [:] : try await store.keptClasses()
        for id in known where kept[id] != nil { classes[id] = .some(nil) }
        if !classes.isEmpty { try await store.keepClasses(classes) }
    }

    /// Refuses a taxonomy under which goods or categories would be treated less strictly.
    func refuseLowering(_ drafts: [CategoryDraft]) async throws {
        let book = current
        let categories = drafts.enumerated().map { index, draft in
            Domain.Category(number: UInt32(index + 1), id: draft.id, parentID: draft.parentID, name: draft.name)
        }
        let next = book.policy.classifier(for: try Taxonomy(categories))
        let lowering = try await lowering(book)
        let products = book.products.filter { product in
            guard let floor = lowering.floor(of: product.id) else { return false }
            return lowering.isLower(
                next.classCode(category: product.categoryID, title: product.title, brand: product.brand), than: floor)
        }
        let lowered = categories.filter { category in
            guard let former = book.taxonomy.category(id: category.id)?.number else { return false }
            return lowering.isLower(
                next.classCode(ofCategory: category.number), than: book.classifier.classCode(ofCategory: former))
        }
        guard products.isEmpty, lowered.isEmpty else {
            throw TaxonomyLoweringError(
                products: products.map(\.id.text).sorted(), categories: lowered.map(\.id).sorted())
        }
    }
}

extension Rulebook {
    func classCode(of draft: ProductDraft) -> ClassCode {
        classifier.classCode(category: draft.categoryID, title: draft.title, brand: draft.brand)
    }
}
