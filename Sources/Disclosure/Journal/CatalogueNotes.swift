import Domain
@_spi(EnforcementPoint) import Sealing
import Storage
import Synchronization

/// What the journal knows of catalogue and taxonomy: which category products were put into when that hid something, and which
/// tree it was.
///
/// Both lie with the records. An older copy of these would bring back products as ordinary that have been sensitive since.
struct CatalogueNotes {
    let vault: Vault
    private var journal: NarrowingJournal { NarrowingJournal(vault: vault) }

    /// Products looked up at once.
    private static let productsAtOnce = 1_000

    /// Notes products before they are changed; `nil` is for those that are of no category any more.
    func note(_ categories: [ProductID: String?], in transaction: WriteTransaction) async throws(VaultError) {
        try await write(in: transaction) { batch, mark in
            for (product, category) in categories {
                var writer = RecordWriter()
                writer.put(mark)
                writer.put(category)
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

    /// Where products lay otherwise than they do now, by what was noted since a mark; of no category where that cannot be read.
    func changes(of products: [Product], since reached: UInt64) async throws(VaultError) -> [Product] {
        var changed: [Product] = []
        for start in stride(from: 0, to: products.count, by: Self.productsAtOnce) {
            let products = products[start..<min(start + Self.productsAtOnce, products.count)]
            for (product, box) in zip(products, try await vault.keyBoxes(products.map { .productNote($0.id) })) {
                guard let box else { continue }
                let note = vault.open(box, as: .productNote(product.id), with: vault.keys.keeperKey) {
                    (bytes) throws(RecordFormatError) in
                    var cursor = RecordCursor()
                    return (
                        mark: try cursor.number(UInt64.self, in: bytes), category: try cursor.optionalText(in: bytes)
                    )
                }
                if let note, note.mark <= reached || note.category == product.categoryID { continue }
                var draft = ProductDraft(product)
                draft.categoryID = note?.category
                changed.append(Product(draft, number: product.number))
            }
        }
        return changed
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
