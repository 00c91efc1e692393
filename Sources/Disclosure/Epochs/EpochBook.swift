import Domain
@_spi(EnforcementPoint) import Sealing
import Synchronization

/// Keeps in memory what was released last, and the visits that are not written down yet.
final class EpochBook: Sendable {
    /// A visit counts once for its visitor, shop and epoch.
    struct Visit: Hashable {
        var epoch: Int64
        var visitor: PersonID
        var shop: PersonID
    }

    private struct Content {
        var state: EpochState?
        var visits: Set<Visit> = []
    }

    /// So many visits are kept until they are written down; more are not counted.
    static let maximumVisits = 1_000_000
    private static let peopleAtOnce = 1_000

    private let content = Mutex(Content())

    /// What was released last; read from the records at first.
    func state(_ point: EnforcementPoint) async throws(VaultError) -> EpochState {
        if let known = content.withLock(\.state) { return known }
        let loaded = try await load(point)
        return content.withLock { content in
            // A tick meanwhile knows better.
            if let known = content.state { return known }
            content.state = loaded
            return loaded
        }
    }

    /// What a write has put on disk, or nothing when it is not known what it did.
    func set(_ state: EpochState?) {
        content.withLock { $0.state = state }
    }

    func note(_ visit: Visit) {
        content.withLock { content in
            if content.visits.count < Self.maximumVisits { content.visits.insert(visit) }
        }
    }

    func takeVisits() -> Set<Visit> {
        content.withLock { content in
            defer { content.visits = [] }
            return content.visits
        }
    }

    func putBack(_ visits: Set<Visit>) {
        content.withLock { $0.visits.formUnion(visits) }
    }

    /// Forgets who looked at whose shop where one of them is gone.
    func forget(_ person: PersonID) {
        content.withLock { content in
            content.visits = content.visits.filter { $0.visitor != person && $0.shop != person }
        }
    }

    private func load(_ point: EnforcementPoint) async throws(VaultError) -> EpochState {
        let vault = point.vault
        let log = try await vault.counted([.epochLog], with: { _ in vault.keys.serviceKey }, EpochState.init)[0]
        guard var state = log else {
            // Without the log it is not known which epochs were released; none is released again.
            guard try await isUnwritten(vault) else { throw .unreadable }
            return EpochState()
        }
        let people = try await point.people.all()
        for start in stride(from: 0, to: people.count, by: Self.peopleAtOnce) {
            let part = Array(people[start..<min(start + Self.peopleAtOnce, people.count)])
            let keys = try await vault.ownerKeys(of: part)
            let standings = try await vault.counted(
                part.map(RecordName.standing), with: { keys[$0]?.open }, BoardStanding.init)
            for (person, standing) in zip(part, standings) { state.standings[person] = standing }
        }
        return state
    }

    private func isUnwritten(_ vault: Vault) async throws(VaultError) -> Bool {
        let address = vault.keys.address(of: .epochLog)
        guard try await vault.counters.expected([address])[0].counter == .zero else { return false }
        return try await vault.boxes(at: [address])[0] == nil
    }
}
