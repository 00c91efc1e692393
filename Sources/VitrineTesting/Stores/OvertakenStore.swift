public import Domain
public import Storage
import Synchronization

/// Sealed records under which something else happens while somebody reads them: after a reading, before its reader goes on.
public final class OvertakenStore: SealedStore {
    private struct Plan {
        var readsLeft = 0
        var pagesLeft = 0
        var commitsLeft = 0
        var action: (@Sendable () async throws -> Void)?
        var wasOvertaken = false
        var failure: (any Error)?
    }

    private let store: any SealedStore
    private let plan = Mutex(Plan())

    public init(_ store: any SealedStore) {
        self.store = store
    }

    /// Has something happen after so many readings more, and once.
    public func overtake(afterReads count: Int, _ action: @escaping @Sendable () async throws -> Void) {
        plan.withLock { $0 = Plan(readsLeft: count, action: action) }
    }

    /// The same for readings of pages.
    public func overtake(afterPages count: Int, _ action: @escaping @Sendable () async throws -> Void) {
        plan.withLock { $0 = Plan(pagesLeft: count, action: action) }
    }

    /// The same for what is written: when it is on disk, and whoever wrote it does not know yet.
    public func overtake(afterCommits count: Int, _ action: @escaping @Sendable () async throws -> Void) {
        plan.withLock { $0 = Plan(commitsLeft: count, action: action) }
    }

    /// Whether it has happened.
    public var wasOvertaken: Bool { plan.withLock(\.wasOvertaken) }

    /// Why it did not come to its end.
    public var failure: (any Error)? { plan.withLock(\.failure) }

    /// Forgets what has not happened.
    public func leaveAlone() { plan.withLock { $0.action = nil } }

    private func happen(_ count: any WritableKeyPath<Plan, Int> & Sendable) async {
        let action = plan.withLock { plan -> (@Sendable () async throws -> Void)? in
            guard plan.action != nil, plan[keyPath: count] > 0 else { return nil }
            plan[keyPath: count] -= 1
            guard plan[keyPath: count] == 0 else { return nil }
            defer { plan.action = nil }
            plan.wasOvertaken = true
            return plan.action
        }
        guard let action else { return }
        do {
            try await action()
        } catch {
            plan.withLock { $0.failure = error }
        }
    }

    public func boxes(at addresses: [Address]) async throws(StorageError) -> [SealedBox?] {
        let boxes = try await store.boxes(at: addresses)
        await happen(\.readsLeft)
        return boxes
    }

    public func boxes(
        ofByteCount byteCount: Int, after address: Address?, limit: Int
    ) async throws(StorageError) -> [(address: Address, box: SealedBox)] {
        let boxes = try await store.boxes(ofByteCount: byteCount, after: address, limit: limit)
        await happen(\.pagesLeft)
        return boxes
    }

    public func commit(_ batch: SealedBatch) async throws(StorageError) {
        try await store.commit(batch)
        await happen(\.commitsLeft)
    }

    public func overwrite(_ batch: SealedBatch) async throws(StorageError) {
        try await store.overwrite(batch)
        await happen(\.commitsLeft)
    }

    public func removeResidue(of traces: Set<BoxTrace>, rebuilding: Bool) async throws(StorageError) {
        try await store.removeResidue(of: traces, rebuilding: rebuilding)
    }

    public func count() async throws(StorageError) -> Int { try await store.count() }

    public func count(notBeginningWith header: [UInt8]) async throws(StorageError) -> Int {
        try await store.count(notBeginningWith: header)
    }

    public func addresses(notBeginningWith header: [UInt8]) async throws(StorageError) -> [Address] {
        try await store.addresses(notBeginningWith: header)
    }
}
