import Domain
import Foundation
import Storage
import Testing
import VitrineTesting

@testable import StorageSQLite

/// What is erased is nowhere in the files; what was freed earlier goes where that is asked for.
struct RecordErasureTests {
    @Test(arguments: [false, true])
    func `what was freed earlier is gone after an erasure that compacts, and only then`(compacting: Bool) async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("vitrine.db")
        let store = try SQLiteDataStore.create(path: path)
        var random = SplitMix64(seed: 5)
        let addresses = (0..<400).map { _ in Address(bytes: random.bytes(16)) }
        var earlier: [SealedBox] = []
        var last: [SealedBox] = []
        for size in [1_103, 335, 1_103, 111] {
            earlier += last
            last = addresses.map { _ in SealedBox(bytes: random.bytes(size)) }
            var batch = SealedBatch()
            for (address, box) in zip(addresses, last) { batch.put(box, at: address) }
            try await store.commit(batch)
        }
        var erasure = SealedBatch()
        erasure.delete(addresses[0])
        try await store.erase(erasure, compacting: compacting)
        let erased = try count(of: [last[0]], in: path)
        #expect(erased == 0)
        let left = try count(of: earlier, in: path)
        #expect(compacting ? left == 0 : left > 0)
        #expect(try await store.boxes(at: Array(addresses.dropFirst())) == Array(last.dropFirst()))
        try store.close()
    }

    /// How many of the boxes have their beginning in a file.
    private func count(of boxes: [SealedBox], in path: String) throws -> Int {
        let files = try ["", "-wal", "-shm"].map { path + $0 }.filter { FileManager.default.fileExists(atPath: $0) }
            .map { try Data(contentsOf: URL(filePath: $0)) }
        return boxes.count { box in
            let stretch = Data(box.bytes[8..<24])
            return files.contains { $0.range(of: stretch) != nil }
        }
    }
}
