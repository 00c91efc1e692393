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
    /// The tree must hold together, see ``missingRoots(in:)``. One under which goods or categories would be treated less
    /// strictly is refused with ``TaxonomyLoweringError``, unless that is allowed.
    public func replaceTaxonomy(
        _ drafts: [CategoryDraft], allowsLowering: Bool = false, dryRun: Bool = false
    ) async throws {
        _ = try missingRoots(in: drafts)
        let point = point
        let notes = CatalogueNotes(vault: point.vault)
        try await point.vault.write(dryRun: dryRun) { transaction in
            if !allowsLowering { try await point.rulebooks.refuseLowering(drafts) }
            if dryRun { return }
            try await point.rulebooks.replaceTaxonomy(drafts, now: point.vault.clock.now) {
                try await notes.note($0, in: transaction)
            }
            transaction.touchAll()
        }
    }

    /// Writes products, those of a batch in its order, in one durable write; returns the faults by index, the rest is done.
    ///
    /// A write that would lower the class of a product is refused, unless that is allowed.
    public func put(
        _ changes: [CatalogueChange], allowsLowering: Bool = false, dryRun: Bool = false
    ) async throws -> [Int: CatalogueFault] {
        let point = point
        let notes = CatalogueNotes(vault: point.vault)
        return try await point.vault.write(dryRun: dryRun) { transaction in
            let (drafts, faults) = try await point.rulebooks.drafts(of: changes, allowsLowering: allowsLowering)
            if dryRun || drafts.isEmpty { return faults }
            try await point.rulebooks.put(drafts, now: point.vault.clock.now) {
                try await notes.note($0, in: transaction)
            }
            transaction.touchAll()
            return faults
        }
    }

    /// Inserts or replaces whole products by id; throws the first fault, the rest is done.
    public func put(_ entries: [CatalogueEntry], allowsLowering: Bool = false) async throws {
        let faults = try await put(entries.map(CatalogueChange.init), allowsLowering: allowsLowering)
        if let fault = faults.min(by: { $0.key < $1.key })?.value { throw fault }
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
