import Domain
import Foundation
import Storage
import Testing
import VitrineTesting

@testable import StorageSQLite

/// SQLite's locks stay while a store is open, so that no other process takes itself for the only one.
struct LockTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// What this process has locked of a database and of the index of its log.
    private func locks(on path: String) throws -> Set<FileLock> {
        let inodes = ["", "-shm"].compactMap { FileLock.inode(of: path + $0) }
        #expect(inodes.count == 2)
        return try #require(FileLock.all()).filter {
            $0.process == getpid() && inodes.contains($0.inode) && FileLock.lastingRanges.contains($0.range)
        }
    }

    private func expect(_ before: Set<FileLock>, on path: String, sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        let after = try locks(on: path)
        #expect(after == before, sourceLocation: sourceLocation)
    }

    private func batch(_ boxes: Int, seed: UInt64) -> SealedBatch {
        var random = SplitMix64(seed: seed)
        var batch = SealedBatch()
        for _ in 0..<boxes { batch.put(SealedBox(bytes: random.bytes(145)), at: Address(bytes: random.bytes(16))) }
        return batch
    }

    private func erasure(of batch: SealedBatch) -> SealedBatch {
        var erasure = SealedBatch()
        for address in batch.writes.keys { erasure.delete(address) }
        return erasure
    }

    @Test(.enabled(if: FileLock.all() != nil, "this system does not list locks"))
    func `whatever is done with the records, the locks on them stay`() async throws {
        let path = directory.path("vitrine.db")
        let store = try SQLiteDataStore.create(path: path)
        let before = try locks(on: path)
        #expect(before.count == 2)
        for compacting in [false, true] {
            let written = batch(200, seed: 1)
            try await store.commit(written)
            try await store.erase(erasure(of: written), compacting: compacting)
            try expect(before, on: path)
        }
        #expect(try await store.quickCheck())
        try await store.copy(to: directory.path("copy")) { _ in }
        _ = try SQLiteDataStore.examineCopy(at: directory.path("copy"))
        _ = store.fileSizes
        try expect(before, on: path)
        // A second store on the same file is opened and closed by the same process.
        try SQLiteDataStore(path: path).close()
        try expect(before, on: path)
        try store.close()
    }

    @Test(.enabled(if: FileLock.all() != nil, "this system does not list locks"))
    func `whatever is done with the keys, the locks on them stay`() async throws {
        let path = directory.path("keys.db")
        let store = try SQLiteKeyStore.create(path: path)
        let before = try locks(on: path)
        #expect(before.count == 2)
        let written = batch(200, seed: 2)
        try await store.commit(written)
        let boxes = written.writes.values.compactMap(\.self)
        #expect(try await store.holdsResidue(of: boxes))
        try expect(before, on: path)
        try await store.commit(erasure(of: written))
        #expect(try await !store.holdsResidue(of: boxes))
        try expect(before, on: path)
        try store.close()
    }

    @Test(arguments: [0, 40, 3_000])
    func `a box is found in the log, and after it was taken up in the file`(others: Int) async throws {
        let store = try SQLiteKeyStore.create(path: directory.path("keys.db"))
        let box = SealedBox(bytes: (0..<145).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ 3) })
        var written = batch(others, seed: 3)
        written.put(box, at: Address(bytes: [UInt8](repeating: 0x77, count: 16)))
        try await store.append(written)
        #expect(try await store.holdsResidue(of: [box]))
        #expect(try await !store.holdsResidue(of: [SealedBox(bytes: box.bytes.reversed())]))
        // A deletion empties the log.
        try await store.commit(batch(1, seed: 4))
        try await store.commit(erasure(of: batch(1, seed: 4)))
        #expect(store.fileSizes.log == 0)
        #expect(try await store.holdsResidue(of: [box]))
        try store.close()
    }

    @Test(arguments: [
        ("1: POSIX  ADVISORY  READ 8854 fe:00:9577316 128 128", true),
        ("1: FLOCK  ADVISORY  WRITE 8854 fe:00:16220232 0 EOF", true),
        ("1: -> POSIX  ADVISORY  WRITE 8854 fe:00:16220232 0 EOF", false),
        ("1: LEASE  ACTIVE    READ 8854 fe:00:16220232 0 EOF", false), ("", false),
    ])
    func `a line of the kernel is a lock or none`(line: String, isLock: Bool) {
        #expect((FileLock(line: line) != nil) == isLock)
    }
}
