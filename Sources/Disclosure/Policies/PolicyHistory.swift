import Domain
import PolicyEngine
import Storage

/// Every revision that was ever in force, and which was loaded when.
struct PolicyHistory {
    let revisions: [StoredRevision]
    let loads: [StoredLoad]
    /// By ordinal; a table that does not decode discloses nothing to whoever consented under it.
    let tables: [DecisionTable?]

    init(_ store: any PolicyStore) async throws(StorageError) {
        revisions = try await store.revisions()
        loads = try await store.loads()
        tables = revisions.map { try? DecisionTable(encoded: $0.table) }
    }

    /// The name of the revision that was loaded last; nothing on a fresh installation.
    var last: String? {
        loads.last.flatMap { revisions.indices.contains($0.ordinal) ? revisions[$0.ordinal].name : nil }
    }

    func isInForce(_ policy: Policy) -> Bool { last == policy.revision }

    /// Whether it was in force at any time.
    func knows(_ policy: Policy) -> Bool {
        loads.contains { revisions.indices.contains($0.ordinal) && revisions[$0.ordinal].name == policy.revision }
    }

    /// The policy that was loaded last, from the files where they say the same, otherwise as it is remembered.
    func inForce(_ policy: Policy) -> Policy? {
        isInForce(policy) ? policy : loads.last.flatMap { remembered($0.ordinal) }
    }

    /// A former policy; nothing when what is kept of it does not suffice.
    func remembered(_ ordinal: Int) -> Policy? {
        guard revisions.indices.contains(ordinal), let table = tables[ordinal] else { return nil }
        return Policy(
            remembered: revisions[ordinal].memory, revision: revisions[ordinal].name, table: table)
    }

    /// The raises as they were, made by going back from one to the one before it.
    ///
    /// From one that cannot be read on, nothing is known of what was before.
    func raises(before book: Rulebook, noted: [(number: Int, raise: StoredRaise)]) -> [Raise] {
        var raises: [Raise] = []
        var state: Rulebook? = book
        for (number, raise) in noted.reversed() {
            let undo = Undo(raise.undo)
            state = state.flatMap { state in
                undo?.rulebook(before: state) { remembered($0) }?
                    .holding([], state.openings.noted(before: raise.at))
            }
            let isOfProducts = undo?.isOfProducts ?? false
            if isOfProducts, let later = raises.last, later.isOfProducts, later.at.day == raise.at.day {
                raises[raises.count - 1] = Raise(
                    number: later.number, former: state, isOfProducts: true, at: raise.at,
                    until: max(later.until, raise.until))
            } else {
                raises.append(
                    Raise(
                        number: UInt64(number), former: state, isOfProducts: isOfProducts, at: raise.at,
                        until: raise.until))
            }
        }
        return raises.reversed()
    }
}
