import Domain
import Storage

/// What sealed records and wrapped keys have in common, so that their promises are checked by the same code.
struct BoxSpace: Sendable {
    let boxes: @Sendable ([Address]) async throws -> [SealedBox?]
    let commit: @Sendable (SealedBatch) async throws -> Void

    init(_ store: any SealedStore) {
        boxes = { try await store.boxes(at: $0) }
        commit = { try await store.commit($0) }
    }

    init(_ store: any KeyStore) {
        boxes = { try await store.wraps(at: $0) }
        commit = { try await store.commit($0) }
    }

    func put(_ boxes: [Address: SealedBox]) async throws {
        var batch = SealedBatch()
        for (address, box) in boxes { batch.put(box, at: address) }
        try await commit(batch)
    }

    func delete(_ addresses: [Address]) async throws {
        var batch = SealedBatch()
        for address in addresses { batch.delete(address) }
        try await commit(batch)
    }
}

extension SplitMix64 {
    mutating func address() -> Address {
        Address(bytes: bytes(Address.byteCount))
    }

    mutating func box(_ byteCount: Int = 96) -> SealedBox {
        SealedBox(bytes: bytes(byteCount))
    }
}
