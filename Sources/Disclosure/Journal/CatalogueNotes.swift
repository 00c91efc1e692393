import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing
import Storage
import Synchronization

/// What the journal knows of catalogue and taxonomy: which category products were put into when that hid something, and which
/// tree it was.
///
/// Both lie with the records. An older copy of these would bring back products as ordinary that have been sensitive since.
struct CatalogueNotes {
    /// Where a product lay when it was noted.
    struct Shelf: Hashable {
        /// `nil` for a product that is of no category any more.
        var category: String?
        var classCode: ClassCode
    }

    let vault: Vault
    private var journal: NarrowingJournal { NarrowingJournal(vault: vault) }

    /// Products looked up at once.
    private static let productsAtOnce = 1_000

    /// Notes products before they are changed.
    func note(_ shelves: [ProductID: Shelf], in transaction: WriteTransaction) async throws(VaultError) {
        try await write(in: transaction) { batch, mark in
            for (product, shelf) in shelves {
                var writer = RecordWriter()
                writer.put(mark)
                writer.put(shelf.category)
                writer.put(shelf.classCode.rawValue)
                journal.put(writer.bytes, as: .productNote(product), in: &batch)
            }
        }
    }

    /// Notes a taxonomy before it takes the place of another tree.
    func note(_ taxonomy: [CategoryDraft], in transaction: WriteTransaction) async throws(VaultError) {
        try await write(in: transaction) { batch, _ in
            journal.put(digest(taxonomy.map { ($0.id, $0.parentID) }), as: .taxonomyNote, in: &batch)
        }
    }

    /// Whether a taxonomy is another one than the last that was noted.
    func isOutdated(_ taxonomy: Taxonomy) async throws(VaultError) -> Bool {
        guard let box = try await vault.keyBoxes([.taxonomyNote])[0] else { return false }
        let noted = vault.open(box, as: .taxonomyNote, with: vault.keys.keeperKey) {
            (bytes) throws(RecordFormatError) in (0..<bytes.count).map { bytes[$0] }
        }
        return noted != digest(taxonomy.categories.map { ($0.id, $0.parentID) })
    }

    /// The products of a catalogue that were noted otherwise since a mark: in the category noted, or in none if that
    /// cannot be read, or if their class was stricter than this category makes it, as by a word in their title.
    func changes(in book: Rulebook, since reached: UInt64) async throws(VaultError) -> [Product] {
        var changed: [Product] = []
        let products = book.products.sorted { $0.number < $1.number }
        for start in stride(from: 0, to: products.count, by: Self.productsAtOnce) {
            let products = products[start..<min(start + Self.productsAtOnce, products.count)]
            for (product, box) in zip(products, try await vault.keyBoxes(products.map { .productNote($0.id) })) {
                guard let box else { continue }
                let note = vault.open(box, as: .productNote(product.id), with: vault.keys.keeperKey) {
                    (bytes) throws(RecordFormatError) in
                    var cursor = RecordCursor()
                    let mark = try cursor.number(UInt64.self, in: bytes)
                    let category = try cursor.optionalText(in: bytes)
                    // Former versions did not note the class.
                    let code = try? cursor.number(UInt16.self, in: bytes)
                    return (mark: mark, category: category, code: code.map(ClassCode.init(rawValue:)))
                }
                if let note, note.mark <= reached { continue }
                var draft = ProductDraft(product)
                draft.categoryID = note?.category
                if let code = note?.code, isLaxer(book.classCode(of: draft), than: code, book) {
                    draft.categoryID = nil
                }
                if draft.categoryID != product.categoryID { changed.append(Product(draft, number: product.number)) }
            }
        }
        return changed
    }

    private func isLaxer(_ code: ClassCode, than noted: ClassCode, _ book: Rulebook) -> Bool {
        book.policy.tier(of: code) < book.policy.tier(of: noted)
    }

    /// The mark is on disk with the notes, and among the records when the transaction is.
    private func write(
        in transaction: WriteTransaction, _ put: (inout SealedBatch, UInt64) -> Void
    ) async throws(VaultError) {
        let mark = vault.marks.withLock { marks in
            marks.last += 1
            return marks.last
        }
        var batch = SealedBatch()
        put(&batch, mark)
        journal.put(mark: mark, in: &batch)
        do {
            try await vault.keyStore.append(batch)
        } catch {
            throw .storage(error)
        }
        transaction.reached = mark
    }

    /// Names may change, and the order; the tree is what decides.
    private func digest(_ categories: [(id: String, parent: String?)]) -> [UInt8] {
        var writer = RecordWriter()
        writer.put(categories.sorted { $0.id < $1.id }) { writer, category in
            writer.put(category.id)
            writer.put(category.parent)
        }
        return vault.keys.digest(.tie, [Array("taxonomy".utf8), writer.bytes])
    }
}
