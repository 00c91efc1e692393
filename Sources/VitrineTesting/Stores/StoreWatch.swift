public import Domain
public import Storage
import Synchronization

/// What is written to two stores over their life, and the fault that one of the calls is to meet.
public final class StoreWatch: Sendable {
    /// When a call fails.
    public enum Moment: Sendable, CaseIterable {
        /// Before anything is done.
        case before
        /// After it is done, so that the caller does not know.
        case after
    }

    private struct State {
        var boxes: [Address: Set<SealedBox>] = [:]
        var callsLeft: Int?
        var moment = Moment.before
        var isLogHeld = false
    }

    private let state = Mutex(State())

    public init() {}

    /// Has the call fail that comes after so many others that change files.
    public func fail(after calls: Int, _ moment: Moment) {
        state.withLock { state in
            state.callsLeft = calls
            state.moment = moment
        }
    }

    /// Has residue stay in the files, as a reader would that keeps the log from being emptied, or not any more.
    public func holdLog(_ isHeld: Bool) {
        state.withLock { $0.isLogHeld = isHeld }
    }

    /// Takes the fault back, and returns whether it was met.
    public func wasMet() -> Bool {
        state.withLock { state in
            defer { state.callsLeft = nil }
            return state.callsLeft == nil
        }
    }

    /// Every version ever written, by its address.
    public var all: [Address: Set<SealedBox>] { state.withLock(\.boxes) }

    /// Every version ever written at an address.
    public func versions(at address: Address) -> Set<SealedBox> { state.withLock { $0.boxes[address] ?? [] } }

    fileprivate func note(_ batch: SealedBatch) {
        state.withLock { state in
            for (address, box) in batch.writes { if let box { state.boxes[address, default: []].insert(box) } }
        }
    }

    fileprivate func clean(_ body: () async throws(StorageError) -> Void) async throws(StorageError) {
        if state.withLock(\.isLogHeld) { throw .writeFailed(code: 5) }
        try await call(body)
    }

    /// Runs a call that changes files, or fails in its place.
    fileprivate func call(_ body: () async throws(StorageError) -> Void) async throws(StorageError) {
        let moment = state.withLock { state -> Moment? in
            guard let left = state.callsLeft else { return nil }
            state.callsLeft = left == 0 ? nil : left - 1
            return left == 0 ? state.moment : nil
        }
        if moment == .before { throw .writeFailed(code: 13) }
        try await body()
        if moment == .after { throw .writeFailed(code: 10) }
    }
}

/// Sealed records whose writes are watched.
public struct WatchedStore: SealedStore {
    private let store: any SealedStore
    private let watch: StoreWatch

    public init(_ store: any SealedStore, _ watch: StoreWatch) {
        self.store = store
        self.watch = watch
    }

    public func boxes(at addresses: [Address]) async throws(StorageError) -> [SealedBox?] {
        try await store.boxes(at: addresses)
    }

    public func commit(_ batch: SealedBatch) async throws(StorageError) {
        watch.note(batch)
        try await watch.call { () async throws(StorageError) in try await store.commit(batch) }
    }

    public func overwrite(_ batch: SealedBatch) async throws(StorageError) {
        watch.note(batch)
        try await watch.call { () async throws(StorageError) in try await store.overwrite(batch) }
    }

    public func removeResidue(of traces: Set<BoxTrace>, rebuilding: Bool) async throws(StorageError) {
        try await watch.clean { () async throws(StorageError) in
            try await store.removeResidue(of: traces, rebuilding: rebuilding)
        }
    }

    public func count() async throws(StorageError) -> Int { try await store.count() }

    public func count(notBeginningWith header: [UInt8]) async throws(StorageError) -> Int {
        try await store.count(notBeginningWith: header)
    }

    public func addresses(notBeginningWith header: [UInt8]) async throws(StorageError) -> [Address] {
        try await store.addresses(notBeginningWith: header)
    }

    public func boxes(
        ofByteCount byteCount: Int, after address: Address?, limit: Int
    ) async throws(StorageError) -> [(address: Address, box: SealedBox)] {
        try await store.boxes(ofByteCount: byteCount, after: address, limit: limit)
    }
}

/// Wrapped keys whose writes are watched.
public struct WatchedKeyStore: KeyStore {
    private let store: any KeyStore
    private let watch: StoreWatch

    public init(_ store: any KeyStore, _ watch: StoreWatch) {
        self.store = store
        self.watch = watch
    }

    public func wraps(at addresses: [Address]) async throws(StorageError) -> [SealedBox?] {
        try await store.wraps(at: addresses)
    }

    public func commit(_ batch: SealedBatch) async throws(StorageError) {
        watch.note(batch)
        try await watch.call { () async throws(StorageError) in try await store.commit(batch) }
    }

    public func append(_ batch: SealedBatch) async throws(StorageError) {
        watch.note(batch)
        try await watch.call { () async throws(StorageError) in try await store.append(batch) }
    }

    public func removeResidue(of traces: Set<BoxTrace>, rebuilding: Bool) async throws(StorageError) {
        try await watch.clean { () async throws(StorageError) in
            try await store.removeResidue(of: traces, rebuilding: rebuilding)
        }
    }
}
