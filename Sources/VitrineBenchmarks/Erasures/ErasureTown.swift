import DefaultPolicy
import Disclosure
import Domain
import Foundation
import PolicyEngine
import Sealing
import Storage
import StorageSQLite
import Synchronization
import VitrineTesting

/// A town over databases of its own, whose people are friends, buy things, hide some, and block one another.
struct ErasureTown {
    private static let purchasesEach = 3
    private static let friendsEach = 4
    /// Erasures between two searches of the files.
    private static let stretch = 50

    /// When those who write beside the erasures stop.
    private final class End: Sendable {
        let isReached = Mutex(false)
    }

    private let folder: String
    private let point: EnforcementPoint
    private let records: SQLiteDataStore
    private let keyStore: SQLiteKeyStore
    private let watch = StoreWatch()
    private let handles: [Handle]

    init(people: Int, seed: UInt64, in folder: String) async throws {
        self.folder = folder
        let root = try RootKey.generate()
        let random = SodiumRandom()
        let wrapped = try KeyHierarchy.makeSeed(root: root, random: random)
        records = try SQLiteDataStore.create(path: folder + "/vitrine.db")
        keyStore = try SQLiteKeyStore.create(path: folder + "/keys.db")
        let files = DefaultPolicy.files.filter { $0.name.hasSuffix(".yaml") && !$0.name.contains("tests/") }
        let policy = try PolicyLoader(digest: { PublicDigest.blake2b256($0) }).load(PolicyFiles(files: files)).policy
        let clock = FixedClock(try PartsWorld.instant("2018-01-02T00:00:00Z"))
        point = try await EnforcementPoint(
            records: WatchedStore(records, watch), keyStore: WatchedKeyStore(keyStore, watch), catalogue: records,
            keys: try KeyHierarchy(root: root, wrappedSeed: wrapped, random: random), policy: policy, clock: clock,
            random: random)
        let tables = SyntheticTables(people: people, friendsEach: Self.friendsEach, purchasesEach: 0, seed: seed)
            .tables()
        try await PartsWorld.fillCatalogue(point, with: tables)
        handles = try tables.people.map(PartsWorld.handle)
        try await furnish(tables, seed: seed)
        clock.set(try PartsWorld.instant("2018-06-01T00:00:00Z"))
    }

    private func furnish(_ tables: WorldTables, seed: UInt64) async throws {
        _ = try await point.people.put(
            handles.map { People.Profile(handle: $0, name: "Person \($0.text)", zone: .utc, isMinor: false) })
        _ = try await point.people.befriend(tables.friendships.map { (handles[$0.0], handles[$0.1]) })
        for (number, handle) in handles.enumerated() {
            guard let person = try await point.people.find(handle) else { throw BenchFailure("somebody is missing") }
            var patch = VisibilityPatch(
                consent: ConsentChange(sharing: .on(since: try PartsWorld.instant("2016-01-01T00:00:00Z"))))
            if number % 3 == 0 { patch.blocks = .init(add: [handles[(number + 7) % handles.count]]) }
            try await point.visibility.apply(patch, of: person, client: "bench", mayWiden: true)
            for order in 0..<Self.purchasesEach { try await buy(order, number) }
            if number % 4 == 0,
                let item = try await point.ledger.page(of: person, limit: 1, cursor: nil).value.items.first
            {
                try await point.visibility.setItem(item.id, to: .hidden, of: person, mayWiden: true)
            }
            _ = try await point.tokens.issue(client: "bench", person: handle, scopes: [.account], days: nil)
        }
    }

    private func buy(_ order: Int, _ number: Int) async throws {
        guard let key = PurchaseKey(source: "bench", order: "order-\(number)-\(order)", line: "1"),
            let product = ProductID("good-\((number * 31 + order * 7) % 5_000)"), let currency = Currency("USD")
        else { throw BenchFailure("a purchase is malformed") }
        try await point.intake.put(
            PurchaseDraft(
                key: key, buyer: handles[number], product: product, quantity: 1,
                total: Money(minorUnits: 1_290, currency: currency),
                at: .instant(Instant(seconds: 1_500_000_000 + Int64(order) * 86_400))))
    }

    /// Erases so many people and closes the files.
    func erase(_ count: Int, concurrency: Int, besideLoad: Bool) async throws -> ErasureFigures {
        let end = End()
        let figures = try await withThrowingTaskGroup(of: Void.self) { group in
            if besideLoad {
                let staying = handles.count - count
                group.addTask { [self, end] in try await load(staying: staying, until: end) }
            }
            defer { end.isReached.withLock { $0 = true } }
            var figures = ErasureFigures()
            for start in stride(from: 0, to: count, by: Self.stretch) {
                let limit = min(start + Self.stretch, count)
                let known = watch.all
                figures.add(try await erase(handles[start..<limit], concurrency: concurrency))
                // What others write meanwhile frees boxes, too; of it nothing but what is gone for good is looked for.
                try await search(besideLoad ? nil : known, &figures)
            }
            if besideLoad { figures.besideLoad = figures.erasures }
            end.isReached.withLock { $0 = true }
            try await group.waitForAll()
            return figures
        }
        try await point.settle()
        try records.close()
        try keyStore.close()
        return figures
    }

    private func erase(_ people: ArraySlice<Handle>, concurrency: Int) async throws -> ErasureFigures {
        await withTaskGroup(of: ErasureFigures.self) { group in
            var rest = people
            var figures = ErasureFigures()
            for _ in 0..<concurrency { if let handle = rest.popFirst() { group.addTask { await erase(handle) } } }
            for await done in group {
                figures.add(done)
                if let handle = rest.popFirst() { group.addTask { await erase(handle) } }
            }
            return figures
        }
    }

    private func erase(_ handle: Handle) async -> ErasureFigures {
        var figures = ErasureFigures(erasures: 1)
        let clock = ContinuousClock()
        let start = clock.now
        do {
            guard let status = try await point.erasure.erase(handle), status.state == .clean, let told = status.told
            else {
                throw BenchFailure("an erasure is not clean")
            }
            figures.seconds = [(clock.now - start).seconds]
            try told.certificate.verify(
                publicKey: try await point.keyDesk.signingKey().publicKey, about: (handle, told.salt))
            guard try await point.erasure.status(status.id)?.told?.certificate == told.certificate,
                try await point.erasure.erase(handle) == nil, try await point.people.find(handle) == nil
            else { throw BenchFailure("an erasure is told in another way when it is asked after") }
            figures.certificates = 1
        } catch {
            figures.failures = 1
            figures.seconds = [(clock.now - start).seconds]
            FileLine.write("an erasure failed: \(error)")
        }
        return figures
    }

    /// Buys and narrows for those who stay.
    private func load(staying count: Int, until end: End) async throws {
        var order = Self.purchasesEach
        while !end.isReached.withLock(\.self) {
            let number = handles.count - 1 - order % count
            try await buy(order, number)
            if order % 5 == 0, let person = try await point.people.find(handles[number]) {
                let patch = VisibilityPatch(mutes: .init(add: [handles[handles.count - 1 - (order + 1) % count]]))
                try await point.visibility.apply(patch, of: person, client: "bench", mayWiden: false)
            }
            order += 1
        }
    }

    /// Looks for what is not stored any more: of the boxes given, or else of every box whose address is vacant.
    private func search(_ known: [Address: Set<SealedBox>]?, _ figures: inout ErasureFigures) async throws {
        let addresses = Array(watch.all.keys)
        let stored = zip(try await records.boxes(at: addresses), try await keyStore.wraps(at: addresses))
        var traces: Set<BoxTrace> = []
        let all = known ?? watch.all
        for (address, (record, wrap)) in zip(addresses, stored) {
            let live = record ?? wrap
            if known == nil, live != nil { continue }
            for box in all[address] ?? [] where box != live {
                if let trace = BoxTrace(of: box) { traces.insert(trace) }
            }
        }
        figures.lookedFor += traces.count
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            figures.residue += Self.found(traces, in: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
        }
    }

    private static func found(_ traces: Set<BoxTrace>, in data: Data) -> Int {
        let bytes = [UInt8](data)
        let beginnings = Set(traces.map { UInt32($0.bytes[0]) << 16 | UInt32($0.bytes[1]) << 8 | UInt32($0.bytes[2]) })
        var isBeginning = [Bool](repeating: false, count: 1 << 24)
        for beginning in beginnings { isBeginning[Int(beginning)] = true }
        var found = 0
        for start in stride(from: 0, through: bytes.count - BoxTrace.byteCount, by: 1) {
            let window = Int(bytes[start]) << 16 | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
            guard isBeginning[window] else { continue }
            if traces.contains(BoxTrace(bytes: bytes[start..<start + BoxTrace.byteCount])) { found += 1 }
        }
        return found
    }
}
