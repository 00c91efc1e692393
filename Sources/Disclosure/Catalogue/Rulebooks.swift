import Domain
import PolicyEngine
import Storage
import Synchronization

/// Keeps the rulebook in force, and makes the next one when policy, taxonomy or catalogue change.
final class Rulebooks: Sendable {
    private let book: Mutex<Rulebook>

    var current: Rulebook { book.withLock { $0 } }

    /// Loads taxonomy, products and revisions, and notes the policy as a revision if it is new.
    init(policy: Policy, store: any Rulebooks.Store, now: Instant) async throws(StorageError) {
        let ordinal = try await store.appendRevision(
            StoredRevision(name: policy.revision, table: policy.table.encoded(), loadedAt: now))
        var tables: [DecisionTable?] = []
        for revision in try await store.revisions() {
            // A table that does not decode discloses nothing to whoever consented under it.
            tables.append(try? DecisionTable(encoded: revision.table))
        }
        let taxonomy = Self.taxonomy(try await store.categories())
        book = Mutex(
            Rulebook(
                policy: policy, taxonomy: taxonomy, products: try await store.products(), revisions: tables,
                ordinal: UInt32(ordinal), version: 1))
    }

    typealias Store = CatalogueStore & PolicyStore

    func replaceTaxonomy(_ categories: [Domain.Category]) {
        replace { book in
            Rulebook(
                policy: book.policy, taxonomy: Self.taxonomy(categories), products: book.goods.values.map(\.product),
                revisions: book.revisions, ordinal: book.ordinal, version: book.version + 1)
        }
    }

    func put(_ products: [Product], removing removed: Set<ProductID> = []) {
        replace { $0.replacing(products, removing: removed) }
    }

    private func replace(_ make: (Rulebook) -> Rulebook) {
        // Writes come one at a time, so nothing is lost between reading and replacing; readers go on with the old one.
        let next = make(current)
        book.withLock { $0 = next }
    }

    /// A tree that does not hold together is no taxonomy: everything is then unknown, and withheld.
    private static func taxonomy(_ categories: [Domain.Category]) -> Taxonomy {
        (try? Taxonomy(categories)) ?? .empty
    }
}
