import Domain
import PolicyEngine
import Storage
import Synchronization

/// Keeps the rulebook in force, and makes the next one when policy, taxonomy or catalogue change.
///
/// Changes come one at a time, within a write of the vault, so nothing is lost between reading and replacing; readers go
/// on with the rulebook that they took.
final class Rulebooks: Sendable {
    typealias Store = CatalogueStore & PolicyStore

    let store: any Store
    private let book: Mutex<Rulebook>
    /// Products that are gone, with the numbers that are kept for them.
    let gone: Mutex<[ProductID: UInt32]>

    var current: Rulebook { book.withLock { $0 } }
    /// When figures are released, without a copy of everything else.
    var release: ReleaseCalendar { book.withLock { $0.policy.release } }

    /// Loads taxonomy, products, revisions and raises, and takes up the policy as one that is loaded now, unless it is the
    /// one that was loaded last.
    ///
    /// A fresh installation takes any policy. Without a permission the policy decides, but is not noted as loaded.
    init(
        policy: Policy, _ permission: PolicyPermission?, store: any Store, grouping: any RaiseGrouping, now: Instant
    ) async throws(PolicyLoadError) {
        self.store = store
        do {
            let history = try await PolicyHistory(store)
            let book = Rulebook(
                policy: history.inForce(policy) ?? policy, taxonomy: Self.taxonomy(try await store.categories()),
                products: try await store.products(), revisions: history.tables,
                ordinal: UInt32(history.loads.last?.ordinal ?? 0), version: 1, grouping: grouping)
            try await store.removeRaises(endedBy: now)
            var openings = Openings()
            let noted = NotedOpening.read(try await store.raises(), into: &openings)
            let open = book.holding([], openings)
            self.book = Mutex(open.holding(history.raises(before: open, noted: noted)))
            gone = Mutex(try await store.removedProducts())
            if let permission {
                _ = try await load(policy, permission, now: now, history: history)
            } else if !history.isInForce(policy) {
                try await borrow(policy, now: now)
            }
        } catch let error as PolicyLoadError {
            throw error
        } catch let error as StorageError {
            throw .storage(error)
        } catch {
            throw .storage(.closed)
        }
    }

    func replace(by next: Rulebook) {
        book.withLock { $0 = next }
    }

    /// A tree that does not hold together is no taxonomy: everything is then unknown, and withheld.
    static func taxonomy(_ categories: [Domain.Category]) -> Taxonomy {
        (try? Taxonomy(categories)) ?? .empty
    }

    /// Notes a raise, before what makes it is on disk, and answers the raises that last.
    func raises(after book: Rulebook, _ undo: Undo, until: Instant, now: Instant) async throws -> [Raise] {
        try await store.removeRaises(endedBy: now)
        let number = UInt64(try await store.appendRaise(StoredRaise(at: now, until: until, undo: undo.encoded())))
        var raises = lasting(book, now)
        if undo.isOfProducts, let last = raises.last, last.isOfProducts, last.at.day == now.day {
            raises[raises.count - 1] = Raise(
                number: number, former: last.former, isOfProducts: true, at: last.at, until: max(last.until, until))
        } else {
            raises.append(
                Raise(
                    number: number, former: book.holding([]), isOfProducts: undo.isOfProducts, at: now, until: until))
        }
        return raises
    }

    /// Notes what a change lets be shown, before it is on disk, and answers everything that may be shown only since a while.
    func openings(
        of book: Rulebook, _ subjects: [Openings.Subject: ClassCode], now: Instant
    ) async throws(StorageError) -> Openings {
        var openings = book.openings
        openings.trim(at: now)
        if subjects.isEmpty { return openings }
        let tick = book.policy.release.monthTick(after: now)
        if !openings.notices.contains(tick) {
            let end = tick.advanced(bySeconds: NotedOpening.noticeSeconds)
            _ = try await store.appendRaise(
                StoredRaise(at: now, until: end, undo: NotedOpening.encodedNotice(of: tick)))
            openings.noteNotice(tick)
        }
        _ = try await store.appendRaise(StoredRaise(at: now, until: tick, undo: NotedOpening.encoded(subjects)))
        openings.note(subjects, at: now, until: tick)
        return openings
    }

    func lasting(_ book: Rulebook, _ now: Instant) -> [Raise] {
        book.raises.filter { $0.until > now }
    }
}
