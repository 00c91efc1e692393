import Domain
@_spi(EnforcementPoint) import Sealing
import Synchronization

/// Keeps in memory what was released last, and the visits that are not written down yet.
final class EpochBook: Sendable {
    /// Visits as they were written last, good while their counter is that one.
    struct Written {
        var visits: Visits
        var counter: UInt64
    }

    private struct Content {
        var state: EpochState?
        /// By visitor.
        var visits: [PersonID: Visits] = [:]
        var count = 0
    }

    /// So many visits are kept until they are written down; more are not counted.
    private let mostWaiting: Int
    private let content = Mutex(Content())
    /// A copy, so that how much of it there is changes no figure.
    private let written: BoundedCache<PersonID, Written>
    /// One reading at a time, so that none brings the mark beside the keys back to where it was before a tick.
    private let loading = SerialLock()

    init(mostWaiting: Int = 1_000_000, mostWritten: Int) {
        self.mostWaiting = mostWaiting
        written = BoundedCache(limit: mostWritten)
    }

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

    /// Notes a visit in an epoch that lasts until an instant; it counts once for its visitor, shop and epoch.
    func note(visitor: PersonID, at shop: PersonID, until end: Instant) {
        content.withLock { content in
            guard content.count < mostWaiting else { return }
            if content.visits[visitor, default: Visits()].add(shop, until: end) { content.count += 1 }
        }
    }

    func takeVisits() -> [PersonID: Visits] {
        content.withLock { content in
            defer { (content.visits, content.count) = ([:], 0) }
            return content.visits
        }
    }

    func putBack(_ visits: [PersonID: Visits]) {
        content.withLock { content in
            for (visitor, visits) in visits {
                for (end, shops) in visits.shops {
                    for shop in shops where content.visits[visitor, default: Visits()].add(shop, until: end) {
                        content.count += 1
                    }
                }
            }
        }
    }

    func keep(_ written: [(visitor: PersonID, written: Written)]) {
        for (visitor, written) in written {
            self.written.insert(written, for: visitor, weight: 1 + written.visits.count)
        }
    }

    /// What was written last, where it is what these counters say.
    func written(by visitors: [PersonID], at counters: [WriteCounter]) -> [Visits?] {
        zip(written.values(for: visitors), counters).map { $0?.counter == $1.number ? $0?.visits : nil }
    }

    /// Forgets who looked at whose shop where one of them is gone.
    func forget(_ person: PersonID) {
        written.removeAll()
        content.withLock { content in
            content.visits[person] = nil
            for visitor in content.visits.keys { _ = content.visits[visitor]?.remove { $0 == person } }
            content.count = content.visits.values.reduce(0) { $0 + $1.count }
        }
    }
}
