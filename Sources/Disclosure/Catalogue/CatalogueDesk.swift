public import Domain
import PolicyEngine
public import Storage

/// Changes taxonomy and catalogue.
///
/// They are no personal data; what they change for purchases acts on the next read. Where that hides something, what looked
/// the same is hidden with it for a while.
public struct CatalogueDesk: Sendable {
    let point: EnforcementPoint

    init(point: EnforcementPoint) {
        self.point = point
    }

    /// Roots of the policy that a taxonomy lacks; importing one that lacks any needs to be accepted.
    public func missingRoots(in drafts: [CategoryDraft]) throws(Taxonomy.InvalidTreeError) -> [String] {
        let categories = drafts.enumerated().map { index, draft in
            Domain.Category(number: UInt32(index + 1), id: draft.id, parentID: draft.parentID, name: draft.name)
        }
        return point.rulebook.policy.missingRoots(in: try Taxonomy(categories))
    }

    /// Replaces the taxonomy as a whole.
    ///
    /// The tree must hold together, see ``missingRoots(in:)``.
    public func replaceTaxonomy(_ drafts: [CategoryDraft]) async throws {
        _ = try missingRoots(in: drafts)
        let point = point
        let notes = CatalogueNotes(vault: point.vault)
        try await point.vault.write { transaction in
            try await point.rulebooks.replaceTaxonomy(drafts, now: point.vault.clock.now) {
                try await notes.note($0, in: transaction)
            }
            transaction.touchAll()
        }
    }

    /// Inserts or replaces products by id, all or none.
    public func put(_ entries: [CatalogueEntry]) async throws {
        let point = point
        let drafts = entries.map(ProductDraft.init)
        let notes = CatalogueNotes(vault: point.vault)
        try await point.vault.write { transaction in
            try await point.rulebooks.put(drafts, now: point.vault.clock.now) {
                try await notes.note($0, in: transaction)
            }
            transaction.touchAll()
        }
    }

    /// Takes a product away.
    ///
    /// Purchases of it are of unknown category from then on, and withheld.
    public func remove(_ id: ProductID) async throws {
        let point = point
        let notes = CatalogueNotes(vault: point.vault)
        try await point.vault.write { transaction in
            try await point.rulebooks.remove(id, now: point.vault.clock.now) {
                try await notes.note($0, in: transaction)
            }
            transaction.touchAll()
        }
    }
}
