public import Domain
public import Storage
import Synchronization

/// Wrapped keys in memory, with the promises of the protocol but for durability.
public final class InMemoryKeyStore: KeyStore {
    private let boxes = Mutex<[Address: SealedBox]>([:])

    public init() {}

    public func wraps(at addresses: [Address]) async throws(StorageError) -> [SealedBox?] {
        boxes.withLock { boxes in addresses.map { boxes[$0] } }
    }

    public func commit(_ batch: SealedBatch) async throws(StorageError) {
        boxes.withLock { boxes in
            for (address, box) in batch.writes { boxes[address] = box }
        }
    }
}
