import Domain
import Sealing

extension WriteTransaction {
    /// Fetches in one go what purchases of these people are added to.
    func prefetchWhatGrows(of handles: Set<Handle>) async throws(VaultError) {
        var people: [PersonID] = []
        for handle in handles { if let person = try await person(handle) { people.append(person) } }
        let heads = try await vault.heads(of: people).compactMap { $0?.value }
        let sales = heads.map { RecordName.sales(of: $0.id) }
        let segments = heads.flatMap { head in
            [(head.open, KeyClass.open), (head.withheld, .withheld)].compactMap { ledger, keyClass in
                ledger.segments.last.map { RecordName.segment(head.id, keyClass, $0) }
            }
        }
        try await prefetch(sales + segments)
        _ = try await vault.counters.expected(sales.map(vault.keys.address))
        try await prefetchFloors(of: people)
    }
}
