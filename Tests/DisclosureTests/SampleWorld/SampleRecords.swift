package import Domain
package import Storage
import Synchronization
import VitrineTesting

/// Sealed records in memory that can be looked over, damaged and put back.
package final class SampleRecords: SealedStore {
    private let state = Mutex<[Address: SealedBox]>([:])
    private let refusals = Mutex(0)

    package init() {}

    package func boxes(at addresses: [Address]) async throws(StorageError) -> [SealedBox?] {
        state.withLock { state in addresses.map { state[$0] } }
    }

    package func commit(_ batch: SealedBatch) async throws(StorageError) {
        let isRefused = refusals.withLock { count in
            if count == 0 { return false }
            count -= 1
            return true
        }
        if isRefused { throw .writeFailed(code: 28) }
        state.withLock { state in
            for (address, box) in batch.writes { state[address] = box }
        }
    }

    package func count() async throws(StorageError) -> Int { all.count }

    package func count(notBeginningWith header: [UInt8]) async throws(StorageError) -> Int {
        all.values.count { !$0.bytes.starts(with: header) }
    }

    package func addresses(notBeginningWith header: [UInt8]) async throws(StorageError) -> [Address] {
        all.filter { !$0.value.bytes.starts(with: header) }.map(\.key)
    }

    package func boxes(
        ofByteCount byteCount: Int, after address: Address?, limit: Int
    ) async throws(StorageError) -> [(address: Address, box: SealedBox)] {
        all.page(ofByteCount: byteCount, after: address, limit: limit)
    }

    /// Puts a box, whatever lies there.
    package func replace(_ address: Address, by box: SealedBox?) {
        state.withLock { $0[address] = box }
    }

    /// Everything that lies there now.
    package var all: [Address: SealedBox] { state.withLock(\.self) }

    /// Puts what once lay there in the place of what lies there now, as a restore does.
    package func putBack(_ boxes: [Address: SealedBox]) { state.withLock { $0 = boxes } }

    /// Flips a bit of a box.
    package func damage(_ address: Address) {
        state.withLock { state in
            guard var bytes = state[address]?.bytes else { return }
            bytes[bytes.count / 2] ^= 1
            state[address] = SealedBox(bytes: bytes)
        }
    }

    /// Lets the next commit fail.
    package func refuseNextCommit() { refusals.withLock { $0 += 1 } }
}
