import Domain
import Foundation
import Storage
import Synchronization
import Testing
import VitrineTesting

@testable import Audit
@testable import StorageSQLite

/// A thief with one copy of a store that is written, and the truth to measure the thief by.
struct ClusteringTests {
    private static let people = 10
    private static let purchasesEach = 15

    private let directory: TemporaryDirectory
    private var path: String { directory.path("vitrine.db") }

    init() throws { directory = try TemporaryDirectory() }

    /// Writes as the vault does: each purchase with its index, its owner's head and the mark of the records.
    private func world(
        in store: SQLiteDataStore, after written: (Int) async throws -> Void = { _ in }
    ) async throws -> [Address: BoxTruth] {
        var random = SplitMix64(seed: 17)
        var truths: [Address: BoxTruth] = [:]
        let mark = Address(bytes: random.bytes(16))
        let heads = (0..<Self.people).map { _ in Address(bytes: random.bytes(16)) }
        for (owner, head) in heads.enumerated() {
            truths[head] = BoxTruth(address: head, kind: .head, owner: UInt32(owner))
        }
        truths[mark] = BoxTruth(address: mark, kind: .state, owner: nil)
        let owners = (0..<Self.people * Self.purchasesEach).map { $0 % Self.people }.shuffled(using: &random)
        for (number, owner) in owners.enumerated() {
            let (details, index) = (Address(bytes: random.bytes(16)), Address(bytes: random.bytes(16)))
            truths[details] = BoxTruth(address: details, kind: .details, owner: UInt32(owner))
            truths[index] = BoxTruth(address: index, kind: .purchaseIndex, owner: UInt32(owner))
            var batch = SealedBatch()
            for address in [mark, heads[owner], index] { batch.put(SealedBox(bytes: random.bytes(335)), at: address) }
            batch.put(SealedBox(bytes: random.bytes(335)), at: details)
            try await store.commit(batch)
            try await written(number)
        }
        return truths
    }

    private func makeStore(_ later: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void) throws
        -> SQLiteDataStore
    {
        try SQLiteFile.create(path: path)
        var tuning = ConnectionTuning.data(writerCacheBytes: nil)
        tuning.afterLogLifetime = later
        return try SQLiteDataStore(path: path, tuning: tuning)
    }

    /// Copies the files by another process, as this one has them open.
    private func steal() async throws -> String {
        let stolen = directory.path("stolen")
        try FileManager.default.createDirectory(atPath: stolen, withIntermediateDirectories: true)
        for suffix in ["-wal", "", "-shm"] {
            #expect(try Tool.run(["cp", path + suffix, stolen + "/vitrine.db" + suffix]).status == 0)
        }
        return stolen
    }

    private func clustering(_ stolen: String, _ truths: [Address: BoxTruth]) async throws -> Clustering {
        let report = try await DirectoryAudit(path: stolen).run(needles: Needles(), truths: truths)
        let clustering = try #require(report.clustering)
        #expect(report.findings.contains { $0.kind == .tied } == !clustering.isHarmless)
        return clustering
    }

    @Test func `a log that is never taken up ties every purchase to its owner`() async throws {
        let store = try makeStore { _ in }
        let truths = try await world(in: store)
        let found = try await clustering(try await steal(), truths)
        #expect(found.tiedPurchases == 150)
        #expect(found.share == 1)
        #expect(!found.isHarmless)
        try store.close()
    }

    @Test func `a log that was taken up ties nothing, and one that was written since ties what is in it`() async throws
    {
        let later = Mutex<[@Sendable () -> Void]>([])
        let store = try makeStore { work in later.withLock { $0.append(work) } }
        let truths = try await world(in: store) { number in
            guard number == 146 || number == 99 else { return }
            for work in later.withLock({ $0 }) { work() }
            later.withLock { $0 = [] }
            // Behind it on the writing connection.
            try await store.file.writeOutsideTransaction { _ in }
        }
        let live = try await clustering(try await steal(), truths)
        #expect(live.transactions == 3)
        #expect(live.tiedPurchases == 3)
        #expect(live.isHarmless)
        #expect(live.leftoverPages == 0)
        for work in later.withLock({ $0 }) { work() }
        try await store.file.writeOutsideTransaction { _ in }
        let quiet = try await clustering(try await steal(), truths)
        #expect(quiet.tiedPurchases == 0)
        #expect(quiet.leftoverPages == 0)
        try store.close()
        let resting = directory.path("resting")
        try FileManager.default.createDirectory(atPath: resting, withIntermediateDirectories: true)
        #expect(try Tool.run(["cp", path, resting + "/vitrine.db"]).status == 0)
        #expect(try await clustering(resting, truths).tiedPurchases == 0)
    }

    @Test func `transactions of many people at once tie nobody better than chance`() async throws {
        let truths = Dictionary(
            uniqueKeysWithValues: (0..<40).map { number in
                let address = Address(high: UInt64(number), low: 0)
                return (
                    address,
                    BoxTruth(address: address, kind: number < 20 ? .details : .head, owner: UInt32(number % 20))
                )
            })
        let together = Clustering(records: [Set(truths.keys)], keys: [], leftoverPages: 0, truths: truths)
        #expect(together.loggedPurchases == 20)
        #expect(together.tiedPurchases == 0)
        let alone = Clustering(
            records: [[Address(high: 3, low: 0), Address(high: 23, low: 0)]], keys: [], leftoverPages: 0, truths: truths
        )
        #expect(alone.tiedPurchases == 1)
        #expect(Clustering(records: [], keys: [], leftoverPages: 7, truths: truths).isHarmless == false)
    }
}
