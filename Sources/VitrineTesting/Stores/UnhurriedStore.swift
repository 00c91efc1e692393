public import Domain
public import Storage
import Synchronization

/// Sealed records that take their time, so that others come meanwhile, and how often they were read and written.
public final class UnhurriedStore: SealedStore {
    private let store: any SealedStore
    private let pause = Mutex<Duration?>(nil)
    private let counts = Mutex((readings: 0, commits: 0, most: 0))

    public var readings: Int { counts.withLock(\.readings) }
    public var commits: Int { counts.withLock(\.commits) }
    /// How many boxes were asked for at once, at most.
    public var mostBoxes: Int { counts.withLock(\.most) }

    public init(_ store: any SealedStore) {
        self.store = store
    }

    /// Waits so long each time from now on, and not only until others had their turn.
    public func pause(for duration: Duration) { pause.withLock { $0 = duration } }

    public func boxes(at addresses: [Address]) async throws(StorageError) -> [SealedBox?] {
        counts.withLock { counts in
            counts.readings += 1
            counts.most = max(counts.most, addresses.count)
        }
        await takeTime()
        return try await store.boxes(at: addresses)
    }

    public func commit(_ batch: SealedBatch) async throws(StorageError) {
        counts.withLock { $0.commits += 1 }
        await takeTime()
        try await store.commit(batch)
    }

    private func takeTime() async {
        if let pause = pause.withLock(\.self) {
            try? await Task.sleep(for: pause)
        } else {
            for _ in 0..<100 { await Task.yield() }
        }
    }

    public func boxes(
        ofByteCount byteCount: Int, after address: Address?, limit: Int
    ) async throws(StorageError) -> [(address: Address, box: SealedBox)] {
        try await store.boxes(ofByteCount: byteCount, after: address, limit: limit)
    }

    public func count() async throws(StorageError) -> Int { try await store.count() }

    public func count(notBeginningWith header: [UInt8]) async throws(StorageError) -> Int {
        try await store.count(notBeginningWith: header)
    }

    public func addresses(notBeginningWith header: [UInt8]) async throws(StorageError) -> [Address] {
        try await store.addresses(notBeginningWith: header)
    }
}
