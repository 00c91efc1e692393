import DefaultPolicy
import Disclosure
import Domain
import FeedBuilder
import Foundation
import FriendShops
import PolicyEngine
import Sealing
import Storage
import StorageSQLite
import VitrineTesting

/// A service in this process over databases of its own: one viewer, and friends who bought things.
struct PartsWorld {
    /// How many purchases the first friend has; the others have a tenth of it.
    static let purchases = 600
    private static let now = "2018-06-01T00:00:00Z"

    let point: EnforcementPoint
    let feeds: FeedBuilder
    let policy: Policy
    let viewer: PersonID
    /// The friend with the many purchases.
    let owner: PersonID
    let token: String

    init(friends: Int, in folder: String) async throws {
        let root = try RootKey.generate()
        let random = SodiumRandom()
        let seed = try KeyHierarchy.makeSeed(root: root, random: random)
        let records = try SQLiteDataStore.create(path: folder + "/vitrine.db")
        let keyStore = try SQLiteKeyStore.create(path: folder + "/keys.db")
        let files = DefaultPolicy.files.filter { $0.name.hasSuffix(".yaml") && !$0.name.contains("tests/") }
        policy = try PolicyLoader(digest: { PublicDigest.blake2b256($0) }).load(PolicyFiles(files: files)).policy
        let clock = FixedClock(try Self.instant("2018-01-02T00:00:00Z"))
        point = try await EnforcementPoint(
            records: records, keyStore: keyStore, catalogue: records,
            keys: try KeyHierarchy(root: root, wrappedSeed: seed, random: random), policy: policy, clock: clock,
            random: random)
        feeds = FeedBuilder(point: point, shops: FriendShops(point: point))
        let tables = SyntheticTables(people: friends + 1, friendsEach: 0, purchasesEach: 0, seed: 1).tables()
        try await Self.fill(point, with: tables)
        clock.set(try Self.instant(Self.now))
        viewer = try await Self.person(tables.people[0], point)
        owner = try await Self.person(tables.people[1], point)
        token = try await point.tokens.issue(
            client: "bench", person: try Self.handle(tables.people[0]), scopes: [.feedRead], days: nil
        ).secret
    }

    /// Puts the taxonomy and the goods in.
    static func fillCatalogue(_ point: EnforcementPoint, with tables: WorldTables) async throws {
        let tree = DefaultPolicy.files.first { $0.name == "categories.tsv" }?.text ?? ""
        let rows = tree.split(separator: "\n")
        try await point.catalogue.replaceTaxonomy(
            rows[1...].map { line in
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                return CategoryDraft(
                    id: fields[0], parentID: fields[1].isEmpty ? nil : fields[1],
                    name: LocalizedText(en: fields[2], zh: nil))
            })
        try await point.catalogue.put(
            tables.products.map { row in
                guard let product = ProductID(row[0]) else { throw BenchFailure("`\(row[0])` is no id of a product") }
                return CatalogueEntry(
                    id: product, title: LocalizedText(en: row[1], zh: nil), categoryID: row[2], brand: row[3],
                    listPrice: nil, exclusivePrice: nil, isListed: true)
            })
    }

    private static func fill(_ point: EnforcementPoint, with tables: WorldTables) async throws {
        try await fillCatalogue(point, with: tables)
        let handles = try tables.people.map(handle)
        _ = try await point.people.put(
            handles.map { People.Profile(handle: $0, name: "Person \($0.text)", zone: .utc, isMinor: false) })
        _ = try await point.people.befriend(handles.dropFirst().map { (handles[0], $0) })
        var generator = SeededGenerator(seed: 1)
        for (number, buyer) in handles.enumerated().dropFirst() {
            let sharing = ConsentChange(sharing: .on(since: try instant("2016-01-01T00:00:00Z")))
            try await point.visibility.apply(
                VisibilityPatch(consent: sharing), of: try await person(buyer.text, point), client: "bench",
                mayWiden: true)
            let count = number == 1 ? purchases : purchases / 10
            let orders = (0..<count).map { "order-\(number)-\($0)" }
            let keys = orders.compactMap { PurchaseKey(source: "bench", order: $0, line: "1") }
            let moments = (0..<count).map { _ in Int64.random(in: 1_483_228_800..<1_514_764_800, using: &generator) }
            let goods = (0..<count).map { _ in Int.random(in: 0..<tables.products.count, using: &generator) }
            guard let currency = Currency("USD") else { throw BenchFailure("there are no dollars") }
            _ = try await point.intake.put(count: count, keys: keys, people: [buyer]) { index in
                guard let product = ProductID(tables.products[goods[index]][0]) else { return nil }
                return PurchaseDraft(
                    key: keys[index], buyer: buyer, product: product, quantity: 1,
                    total: Money(minorUnits: 1_290, currency: currency),
                    at: .instant(Instant(seconds: moments[index])))
            }
        }
    }

    static func handle(_ text: String) throws -> Handle {
        guard let handle = Handle(text) else { throw BenchFailure("`\(text)` is no handle") }
        return handle
    }

    private static func person(_ text: String, _ point: EnforcementPoint) async throws -> PersonID {
        guard let person = try await point.people.find(try handle(text)) else {
            throw BenchFailure("there is nobody called `\(text)`")
        }
        return person
    }

    static func instant(_ text: String) throws -> Instant {
        guard let instant = Instant(text) else { throw BenchFailure("`\(text)` is no instant") }
        return instant
    }
}
