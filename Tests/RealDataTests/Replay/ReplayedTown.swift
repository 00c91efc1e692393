import Disclosure
import Domain
import Foundation
import FriendShops
import PolicyEngine
import Sealing
import Storage
import StorageSQLite
import VitrineTesting

@testable import vitrine

/// Everybody of the graph with a shop, in a data directory of its own, under keys and randomness from a seed.
struct ReplayedTown {
    private struct Seeded: RandomSource {
        let source: SeededRandom
        func bytes(_ count: Int) -> [UInt8] { source.bytes(count) }
    }

    let clock: SteppedClock
    let point: EnforcementPoint
    let shops: FriendShops
    private let records: SQLiteDataStore
    private let keyStore: SQLiteKeyStore

    init(at directory: URL, clock: SteppedClock) async throws {
        self.clock = clock
        let random = Seeded(source: SeededRandom(seed: 1))
        let keyFile = directory.appending(path: "root.key").path
        let isMade = FileManager.default.createFile(
            atPath: keyFile, contents: Data(random.bytes(32)), attributes: [.posixPermissions: 0o600])
        guard isMade else { throw CocoaError(.fileWriteUnknown) }
        let wrapped = try KeyHierarchy.makeSeed(root: RootKey(contentsOfFile: keyFile), random: random)
        keyStore = try SQLiteKeyStore.create(path: directory.appending(path: "keys.db").path)
        records = try SQLiteDataStore.create(path: directory.appending(path: "records.db").path)
        let keys = try KeyHierarchy(root: RootKey(contentsOfFile: keyFile), wrappedSeed: wrapped, random: random)
        point = try await EnforcementPoint(
            records: records, keyStore: keyStore, catalogue: records, keys: keys,
            policy: PolicyOrigin().load(taxonomy: nil).policy, clock: clock, random: random)
        shops = FriendShops(point: point)
    }

    func close() throws {
        try records.close()
        try keyStore.close()
    }

    func id(_ person: Int) async throws -> PersonID {
        guard let handle = Handle(RawWorld.handle(person)), let id = try await point.people.find(handle) else {
            throw RefusedRowsError()
        }
        return id
    }

    /// People, friendships, goods and shops; those who share show everything that the policy allows.
    func settle(_ world: RawWorld, sharing: Set<Int>) async throws {
        let rows = try RealInput.lines("taxonomy/shopify_categories_en_zh.tsv").dropFirst()
        let drafts = rows.map { row in
            CategoryDraft(
                id: row[0], parentID: row[1].isEmpty ? nil : row[1],
                name: LocalizedText(en: row[3].components(separatedBy: " > ").last, zh: nil))
        }
        try await point.catalogue.replaceTaxonomy(drafts)
        let profiles = try world.people.map { person in
            People.Profile(handle: try handle(person), name: RawWorld.name(person), zone: .utc, isMinor: false)
        }
        for start in stride(from: 0, to: profiles.count, by: 2_000) {
            _ = try await point.people.put(Array(profiles[start..<min(start + 2_000, profiles.count)]))
        }
        _ = try await point.people.befriend(try world.edges.map { (try handle($0.0), try handle($0.1)) })
        let goods = try world.goods.values.sorted { $0.id < $1.id }.map { good in
            CatalogueEntry(
                id: try product(good.id), title: LocalizedText(en: good.title, zh: nil), categoryID: good.node,
                brand: good.brand.isEmpty ? nil : good.brand,
                listPrice: good.price.map { Money(minorUnits: $0, currency: dollars) }, exclusivePrice: nil,
                isListed: true)
        }
        for start in stride(from: 0, to: goods.count, by: 20_000) {
            try await point.catalogue.put(Array(goods[start..<min(start + 20_000, goods.count)]))
        }
        for person in sharing.sorted() {
            let change = ConsentChange(sharing: .on(since: Instant("2016-01-01T00:00:00Z")))
            try await point.visibility.apply(
                VisibilityPatch(consent: change), of: id(person), client: "replay", mayWiden: true)
        }
        for person in world.people {
            let front = FriendShops.Front(
                name: "Shop of \(RawWorld.name(person))", sign: nil, line: nil, isOpen: true)
            let owner = try await id(person)
            try await shops.setFront(front, of: owner)
            if person.isMultiple(of: 2) { try await point.epochs.setOnBoard(true, of: owner) }
        }
    }

    /// The goods of households that may be in a window, most bought first.
    func pick(_ world: RawWorld) async throws {
        var counts: [Int: [String: Int]] = [:]
        for purchase in world.purchases where world.goods[purchase.product]?.classes == ["ordinary"] {
            counts[purchase.owner, default: [:]][purchase.product, default: 0] += 1
        }
        for (person, counts) in counts.sorted(by: { $0.key < $1.key }) {
            let owner = try await id(person)
            let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4).map(\.key)
            for (index, good) in most.enumerated() {
                try? await shops.pick(try product(good), slot: index + 1, of: owner)
            }
        }
    }

    /// A day's purchases, each through the shop that is given for it.
    func buy(_ purchases: [(purchase: RawPurchase, shop: Int?)]) async throws {
        let keys = try purchases.map { try key($0.purchase) }
        let people = Set(try purchases.flatMap { try ([$0.purchase.owner] + [$0.shop].compactMap(\.self)).map(handle) })
        let products = try purchases.map { try product($0.purchase.product) }
        let moments = try purchases.map { purchase in
            guard let local = LocalDateTime.parse(purchase.purchase.timestamp)?.local else { throw RefusedRowsError() }
            return PurchaseDraft.Moment.local(local)
        }
        let handles = try purchases.map { (try handle($0.purchase.owner), try $0.shop.map { try handle($0) }) }
        let faults = try await point.intake.put(count: purchases.count, keys: keys, people: people) { index in
            PurchaseDraft(
                key: keys[index], buyer: handles[index].0, product: products[index],
                quantity: UInt32(purchases[index].purchase.quantity) ?? 1,
                total: Money(minorUnits: purchases[index].purchase.cents, currency: dollars), at: moments[index],
                shop: handles[index].1)
        }
        guard faults.isEmpty else { throw RefusedRowsError() }
    }

    private var dollars: Currency {
        guard let dollars = Currency("USD") else { preconditionFailure("the dollar is a currency") }
        return dollars
    }

    private func handle(_ person: Int) throws -> Handle {
        guard let handle = Handle(RawWorld.handle(person)) else { throw RefusedRowsError() }
        return handle
    }

    private func product(_ text: String) throws -> ProductID {
        guard let product = ProductID(text) else { throw RefusedRowsError() }
        return product
    }

    private func key(_ purchase: RawPurchase) throws -> PurchaseKey {
        guard let key = PurchaseKey(source: "replay", order: purchase.order, line: purchase.line) else {
            throw RefusedRowsError()
        }
        return key
    }
}
