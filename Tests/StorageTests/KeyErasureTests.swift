import Domain
import Foundation
import Storage
import Testing
import VitrineTesting

@testable import StorageSQLite

/// A deleted or replaced key is nowhere in the files once the commit has returned.
struct KeyErasureTests {
    private let directory: TemporaryDirectory
    private let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.path("keys.db")
    }

    @Test func `deleted keys leave no residue in any file`() async throws {
        let store = try SQLiteKeyStore.create(path: path)
        var random = SplitMix64(seed: 1)
        var live: [Address: SealedBox] = [:]
        for _ in 0..<15 {
            var batch = SealedBatch()
            for _ in 0..<40 {
                let (address, box) = (Address(bytes: random.bytes(16)), SealedBox(bytes: random.bytes(145)))
                live[address] = box
                batch.put(box, at: address)
            }
            try await store.commit(batch)
            let doomed = live.keys.shuffled(using: &random).prefix(30)
            let boxes = doomed.compactMap { live.removeValue(forKey: $0) }
            #expect(try await store.wraps(at: Array(doomed)) == boxes)
            var erasure = SealedBatch()
            for address in doomed { erasure.delete(address) }
            try await store.commit(erasure)
            try expectNoResidue(of: boxes)
        }
        #expect(try residue(of: Array(live.values)).count == live.count, "the search finds what is there")
        try store.close()
    }

    @Test func `replaced keys leave no residue in any file`() async throws {
        let store = try SQLiteKeyStore.create(path: path)
        var random = SplitMix64(seed: 2)
        let addresses = (0..<200).map { _ in Address(bytes: random.bytes(16)) }
        var boxes: [SealedBox] = []
        for size in [145, 145, 60, 300] {
            let replaced = boxes
            boxes = addresses.map { _ in SealedBox(bytes: random.bytes(size)) }
            var batch = SealedBatch()
            for (address, box) in zip(addresses, boxes) { batch.put(box, at: address) }
            try await store.commit(batch)
            try expectNoResidue(of: replaced)
        }
        #expect(try await store.wraps(at: addresses) == boxes)
        try store.close()
    }

    @Test func `deletions are complete while reads go on`() async throws {
        let store = try SQLiteKeyStore.create(path: path)
        var random = SplitMix64(seed: 3)
        let entries = (0..<100).map { _ in (Address(bytes: random.bytes(16)), SealedBox(bytes: random.bytes(145))) }
        var batch = SealedBatch()
        for (address, box) in entries { batch.put(box, at: address) }
        try await store.commit(batch)
        let addresses = entries.map(\.0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<60 { _ = try await store.wraps(at: addresses) }
                }
            }
            for (address, box) in entries.prefix(20) {
                var erasure = SealedBatch()
                erasure.delete(address)
                try await store.commit(erasure)
                try expectNoResidue(of: [box])
            }
            try await group.waitForAll()
        }
        try store.close()
    }

    /// Commits a deletion without what follows it, as a kill between the two leaves it.
    ///
    /// The log is not taken up meanwhile, so that what lies in it is still there when the files are copied.
    @Test func `opening finishes an erasure that a kill interrupted`() async throws {
        let store = try SQLiteKeyStore.create(path: path)
        var random = SplitMix64(seed: 4)
        let (address, box) = (Address(bytes: random.bytes(16)), SealedBox(bytes: random.bytes(145)))
        var batch = SealedBatch()
        batch.put(box, at: address)
        try await store.commit(batch)
        try store.close()

        var tuning = ConnectionTuning.keys()
        tuning.afterLogLifetime = { _ in }
        let killed = try SQLiteFile(path: path, schema: .keys, tuning: tuning)
        let erasure = {
            var batch = SealedBatch()
            batch.delete(address)
            return batch
        }()
        try await killed.write { try BoxTable.wraps.apply(erasure, in: $0) }
        let copies = directory.path("copies")
        try FileManager.default.createDirectory(atPath: copies, withIntermediateDirectories: false)
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: path + suffix, toPath: copies + "/keys.db" + suffix)
        }
        #expect(try residue(of: [box], in: copies) == [box])

        let reopened = try SQLiteKeyStore(path: copies + "/keys.db")
        #expect(try residue(of: [box], in: copies).isEmpty)
        #expect(try await reopened.wraps(at: [address]) == [nil])
        try reopened.close()
        try killed.close()
    }

    /// Pages that are split and joined keep copies of the records that they held: overwriting does not reach these.
    @Test func `copies that rebalancing leaves are found, and gone once the file is rebuilt`() async throws {
        try SQLiteFile.create(path: path)
        let file = try SQLiteFile(path: path, schema: .keys, tuning: .keys())
        var random = SplitMix64(seed: 6)
        var live: [Address: SealedBox] = [:]
        var left = 0
        for round in 0..<60 {
            var batch = SealedBatch()
            for _ in 0..<20 {
                let (address, box) = (Address(bytes: random.bytes(16)), SealedBox(bytes: random.bytes(145 + round)))
                live[address] = box
                batch.put(box, at: address)
            }
            let doomed = live.keys.sorted().shuffled(using: &random).prefix(15)
            let boxes = doomed.compactMap { live.removeValue(forKey: $0) }
            var erasure = SealedBatch()
            for address in doomed { erasure.delete(address) }
            let (made, deleted) = (batch, erasure)
            try await file.write { try BoxTable.wraps.apply(made, in: $0) }
            try await file.write { try BoxTable.wraps.apply(deleted, in: $0) }
            #expect(try await file.writeOutsideTransaction { try file.emptyLog($0) })
            left += try residue(of: boxes).count
            try await file.removeResidue(of: Set(boxes.compactMap(BoxTrace.init)), rebuilding: false)
            try expectNoResidue(of: boxes)
        }
        #expect(left > 0, "rebalancing left nothing, so this tests nothing")
        let addresses = Array(live.keys)
        let found = try await file.read { try BoxTable.wraps.boxes(at: addresses, in: $0) }
        #expect(found == addresses.map { live[$0] })
        try file.close()
    }

    @Test func `a reader that holds the log makes a deletion fail, which is done again when the reader is gone`()
        async throws
    {
        let store = try SQLiteKeyStore.create(path: path)
        var random = SplitMix64(seed: 7)
        let (address, box) = (Address(bytes: random.bytes(16)), SealedBox(bytes: random.bytes(145)))
        var batch = SealedBatch()
        batch.put(box, at: address)
        try await store.commit(batch)
        let other = try SQLiteFile(path: path, schema: .keys, tuning: .keys())
        let (isReading, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let reading: Void = other.read { database in
            _ = try BoxTable.wraps.count(in: database)
            isReading.signal()
            mayEnd.wait()
        }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                isReading.wait()
                continuation.resume()
            }
        }
        var erasure = SealedBatch()
        erasure.delete(address)
        await #expect(throws: StorageError.writeFailed(code: 5)) { try await store.commit(erasure) }
        #expect(try residue(of: [box]) == [box])
        mayEnd.signal()
        try await reading
        try await store.commit(erasure)
        try expectNoResidue(of: [box])
        try other.close()
        try store.close()
    }

    private func expectNoResidue(of boxes: [SealedBox]) throws {
        #expect(try residue(of: boxes).isEmpty)
    }

    /// The boxes of which any stretch of 16 bytes still lies in a file.
    private func residue(of boxes: [SealedBox], in folder: String? = nil) throws -> [SealedBox] {
        let folder = folder ?? directory.path
        var raw = Data()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            raw.append(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
        }
        return boxes.filter { box in
            stride(from: 0, through: box.bytes.count - 16, by: 16).contains { offset in
                raw.range(of: Data(box.bytes[offset..<offset + 16])) != nil
            }
        }
    }
}
