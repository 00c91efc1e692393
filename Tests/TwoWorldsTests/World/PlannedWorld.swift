import Domain
import FriendShops
import Sealing
import Storage
import StorageSQLite
import VitrineTesting

@testable import Disclosure
@testable import FeedAPI

/// One of two worlds: the whole service over stores of its own.
struct PlannedWorld: Sendable {
    let plan: WorldPlan
    let isSecond: Bool
    let point: EnforcementPoint
    let shops: FriendShops
    let clock: FixedClock
    private let files: Files?

    /// What is closed and deleted with the world.
    private struct Files: Sendable {
        let directory: TemporaryDirectory
        let records: SQLiteDataStore
        let keys: SQLiteKeyStore
    }

    init(_ plan: WorldPlan, isSecond: Bool) async throws {
        self.plan = plan
        self.isSecond = isSecond
        let foundations = try Foundations.shared.get()
        clock = FixedClock(Timeline.moments[0])
        let random = PurposeRandom(seed: plan.seed)
        let wrapped = try KeyHierarchy.makeSeed(root: foundations.root(), random: random)
        let keys = try KeyHierarchy(root: foundations.root(), wrappedSeed: wrapped, random: random)
        let records: any SealedStore & CatalogueStore & PolicyStore
        let keyStore: any KeyStore
        if plan.usesFiles {
            let directory = try TemporaryDirectory()
            let files = Files(
                directory: directory, records: try SQLiteDataStore.create(path: directory.path("records.db")),
                keys: try SQLiteKeyStore.create(path: directory.path("keys.db")))
            self.files = files
            (records, keyStore) = (files.records, files.keys)
        } else {
            files = nil
            (records, keyStore) = (InMemoryStore(), InMemoryKeyStore())
        }
        _ = try await records.replaceCategories(foundations.categories)
        _ = try await records.putProducts(foundations.products)
        point = try await EnforcementPoint(
            records: records, keyStore: keyStore, catalogue: records, keys: keys, policy: foundations.policy,
            clock: clock, random: random)
        shops = FriendShops(point: point)
    }

    func close() throws {
        try files?.records.close()
        try files?.keys.close()
    }

    /// The purchases of this world that are taken in at a moment, in their order.
    func purchases(at moment: Int) -> [PlannedPurchase] {
        plan.purchases.filter { $0.moment == moment && (isSecond || $0.presence != .onlyInSecond) }
            .sorted { $0.rank < $1.rank }
    }

    func details(of purchase: PlannedPurchase) -> PlannedPurchase.Details {
        if isSecond, case .otherwise(let details) = purchase.presence { return details }
        return purchase.details
    }
}
