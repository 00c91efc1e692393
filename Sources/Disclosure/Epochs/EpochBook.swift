import Domain
@_spi(EnforcementPoint) import Sealing
import Synchronization

/// Keeps in memory what was released last, and the visits that are not written down yet.
final class EpochBook: Sendable {
    /// A visit counts once for its visitor, shop and epoch.
    struct Visit: Hashable {
        /// Until when the epoch lasts.
        var until: Instant
        var visitor: PersonID
        var shop: PersonID
    }

    private struct Content {
        var state: EpochState?
        var visits: Set<Visit> = []
    }

    /// So many visits are kept until they are written down; more are not counted.
    static let maximumVisits = 1_000_000

    private let content = Mutex(Content())
    /// One reading at a time, so that none brings the mark beside the keys back to where it was before a tick.
    private let loading = SerialLock()

    /// What was released last; read from the records at first.
    func state(_ point: EnforcementPoint) async throws(VaultError) -> EpochState {
        if let known = content.withLock(\.state) { return known }
        await loading.acquire()
        defer { loading.release() }
        if let known = content.withLock(\.state) { return known }
        let loaded = try await EpochLoading(point: point).load()
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
}
