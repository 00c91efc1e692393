import Domain
@_spi(EnforcementPoint) import Sealing

/// Reads and writes whose shops people looked at, as part of a write.
///
/// What was written last stays in memory, as everybody's visits are asked for at every tick: opening them all would take as
/// long as counting them.
struct VisitRecords {
    let point: EnforcementPoint
    private var vault: Vault { point.vault }

    init(point: EnforcementPoint) {
        self.point = point
    }

    /// Nothing of people who have none, or none that open.
    func visits(of people: [PersonID]) async throws(VaultError) -> [Visits?] {
        let names = people.map(RecordName.visits)
        let expected = try await vault.counters.expected(names.map(vault.keys.address))
        var visits = point.epochBook.written(by: people, at: expected.map(\.counter))
        let missing = people.indices.filter { visits[$0] == nil }
        let keys = try await vault.ownerKeys(of: missing.map { people[$0] })
        let found = try await vault.counted(missing.map { names[$0] }, with: { keys[$0]?.withheld }, Visits.init)
        for (index, found) in zip(missing, found) { visits[index] = found }
        return visits
    }

    func put(
        _ visits: [(visitor: PersonID, visits: Visits)], _ transaction: WriteTransaction
    ) async throws(VaultError) {
        let visitors = visits.map(\.visitor)
        let names = try await transaction.raised(visitors.map(RecordName.visits))
        let keys = try await vault.ownerKeys(of: visitors)
        var written: [(visitor: PersonID, written: EpochBook.Written)] = []
        for index in visits.indices {
            guard let keys = keys[index] else { throw .unreadable }
            let visits = visits[index].visits
            transaction.put(visits.encoded(), as: names[index], with: keys.withheld)
            written.append((visitors[index], EpochBook.Written(visits: visits, counter: names[index].counter)))
        }
        let book = point.epochBook
        transaction.whenWritten({ [written] in book.keep(written) }, inDoubt: {})
    }
}
