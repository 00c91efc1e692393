import DefaultPolicy
import Disclosure
import Domain
import Foundation
import FriendShops
import PolicyEngine
import Sealing
import Storage
import StorageSQLite
import VitrineTesting

/// Everybody of the graph with a shop, in databases of its own, under keys and randomness from a seed.
struct ReplayTown {
    private struct Seeded: RandomSource {
        let source: SeededRandom
        func bytes(_ count: Int) -> [UInt8] { source.bytes(count) }
    }

    /// Before the first friendship is of age.
    private static let beginning = "2016-12-01T12:00:00Z"
    private static let rowsAtOnce = 5_000

    let clock: FixedClock
    let point: EnforcementPoint
    let shops: FriendShops
    let ids: [PersonID]
    let pickCount: Int
    private let records: SQLiteDataStore
    private let keyStore: SQLiteKeyStore

    init(_ year: ReplayYear, in folder: String) async throws {
        let root = try RootKey.generate()
        let random = Seeded(source: SeededRandom(seed: 1))
        let wrapped = try KeyHierarchy.makeSeed(root: root, random: random)
        records = try SQLiteDataStore.create(path: folder + "/vitrine.db")
        keyStore = try SQLiteKeyStore.create(path: folder + "/keys.db")
        let files = DefaultPolicy.files.filter { $0.name.hasSuffix(".yaml") && !$0.name.contains("tests/") }
        let policy = try PolicyLoader(digest: { PublicDigest.blake2b256($0) }).load(PolicyFiles(files: files)).policy
        clock = FixedClock(try Self.instant(Self.beginning))
        point = try await EnforcementPoint(
            records: records, keyStore: keyStore, catalogue: records,
            keys: try KeyHierarchy(root: root, wrappedSeed: wrapped, random: random), policy: policy, clock: clock,
            random: random)
        shops = FriendShops(point: point)
        try await point.epochs.catchUp()
        try await Self.putGoods(point, year)
        for part in Self.parts(year.people) {
            _ = try await point.people.put(
                part.map { People.Profile(handle: $0, name: $0.text, zone: .utc, isMinor: false) })
        }
        _ = try await point.people.befriend(year.tables.friendships.map { (year.people[$0.0], year.people[$0.1]) })
        var ids: [PersonID] = []
        for handle in year.people {
            guard let id = try await point.people.find(handle) else { throw BenchFailure("`\(handle.text)` is gone") }
            ids.append(id)
        }
        self.ids = ids
        for owner in year.tables.owners where !year.hiding.contains(owner) {
            let change = ConsentChange(sharing: .on(since: try Self.instant("2016-01-01T00:00:00Z")))
            try await point.visibility.apply(
                VisibilityPatch(consent: change), of: ids[owner], client: "replay", mayWiden: true)
        }
        pickCount = try await Self.furnish(point, shops, year, ids)
    }

    func close() throws {
        try records.close()
        try keyStore.close()
    }

    /// Shops of everybody, half of them on the board of the platform, with what their owners bought most.
    private static func furnish(
        _ point: EnforcementPoint, _ shops: FriendShops, _ year: ReplayYear, _ ids: [PersonID]
    ) async throws -> Int {
        for (number, id) in ids.enumerated() {
            let front = FriendShops.Front(name: "Shop \(number)", sign: nil, line: nil, isOpen: true)
            try await shops.setFront(front, of: id)
            if number.isMultiple(of: 2) { try await point.epochs.setOnBoard(true, of: id) }
        }
        var bought: [Int: [ProductID: Int]] = [:]
        for purchase in year.purchases.values.joined() {
            bought[purchase.buyer, default: [:]][purchase.product, default: 0] += 1
        }
        var count = 0
        for (owner, counts) in bought.sorted(by: { $0.key < $1.key }) {
            var slot = 1
            for (product, _) in counts.sorted(by: { ($1.value, $0.key.text) < ($0.value, $1.key.text) }) {
                if slot > 4 { break }
                do {
                    try await shops.pick(product, slot: slot, of: ids[owner])
                    slot += 1
                } catch is ShopError {
                    // What may not lie in a window lies in none.
                }
            }
            count += slot - 1
        }
        return count
    }

    private static func putGoods(_ point: EnforcementPoint, _ year: ReplayYear) async throws {
        let tree = try TableFile(path: year.tables.taxonomy ?? "").rows()
        try await point.catalogue.replaceTaxonomy(
            tree.map { row in
                CategoryDraft(
                    id: String(row[0]), parentID: row[1].isEmpty ? nil : String(row[1]),
                    name: LocalizedText(en: String(row[3]).components(separatedBy: " > ").last, zh: nil))
            })
        for part in parts(year.tables.products) {
            try await point.catalogue.put(try part.map(entry))
        }
    }

    private static func entry(_ row: [String]) throws -> CatalogueEntry {
        guard let id = ProductID(row[0]) else { throw BenchFailure("`\(row[0])` is no id of a product") }
        return CatalogueEntry(
            id: id, title: LocalizedText(en: row[1], zh: nil), categoryID: row[2].isEmpty ? nil : row[2],
            brand: row[3].isEmpty ? nil : row[3],
            listPrice: Currency(row[5]).flatMap { Money(majorUnits: row[4], currency: $0) }, exclusivePrice: nil,
            isListed: true)
    }

    private static func parts<Row>(_ rows: [Row]) -> [[Row]] {
        stride(from: 0, to: rows.count, by: rowsAtOnce).map { Array(rows[$0..<min($0 + rowsAtOnce, rows.count)]) }
    }

    private static func instant(_ text: String) throws -> Instant {
        guard let instant = Instant(text) else { throw BenchFailure("`\(text)` is no instant") }
        return instant
    }
}
