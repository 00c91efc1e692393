import Domain
import SampleWorld
import Sealing
import Storage
import Synchronization
import Testing

@testable import Disclosure

/// Counts how often anything is brought to the disk, and can keep it waiting.
private final class CountingStore: SealedStore {
    let kept = SampleRecords()
    private let commits = Mutex(0)
    var count: Int { commits.withLock(\.self) }

    func boxes(at addresses: [Address]) async throws(StorageError) -> [SealedBox?] {
        try await kept.boxes(at: addresses)
    }

    func commit(_ batch: SealedBatch) async throws(StorageError) {
        commits.withLock { $0 += 1 }
        for _ in 0..<200 { await Task.yield() }
        try await kept.commit(batch)
    }

    func count() async throws(StorageError) -> Int { try await kept.count() }

    func count(notBeginningWith header: [UInt8]) async throws(StorageError) -> Int {
        try await kept.count(notBeginningWith: header)
    }

    func addresses(notBeginningWith header: [UInt8]) async throws(StorageError) -> [Address] {
        try await kept.addresses(notBeginningWith: header)
    }

    func boxes(
        ofByteCount byteCount: Int, after address: Address?, limit: Int
    ) async throws(StorageError) -> [(address: Address, box: SealedBox)] {
        try await kept.boxes(ofByteCount: byteCount, after: address, limit: limit)
    }
}

struct SharedWritesTests {
    private static let names = (1...40).map { "p\($0)" }

    private func world(_ store: CountingStore) async throws -> World {
        let world = try await World(over: store)
        try await world.point.catalogue.replaceTaxonomy(SampleCatalogue.categories)
        try await world.point.catalogue.put(SampleCatalogue.entries())
        for name in Self.names { try await world.put(name) }
        return world
    }

    @Test func `writes of many people that come at once share commits, and each is on disk when it is answered`()
        async throws
    {
        let store = CountingStore()
        let world = try await world(store)
        let before = store.count
        try await withThrowingTaskGroup(of: Void.self) { group in
            for name in Self.names {
                group.addTask {
                    try await world.buy("tea-1", by: name, at: World.start, order: name)
                    let boxes = try await store.boxes(at: [world.keys.address(of: .purchase(World.key(name)))])
                    #expect(boxes[0] != nil)
                }
            }
            try await group.waitForAll()
        }
        #expect(store.count - before < Self.names.count / 2)
        for name in Self.names { #expect(try await world.ledger(of: name).map(\.order) == [name]) }
    }

    @Test func `what is refused among them leaves the others as they are`() async throws {
        let store = CountingStore()
        let world = try await world(store)
        let refused = try await withThrowingTaskGroup(of: String?.self) { group in
            for (index, name) in Self.names.enumerated() {
                group.addTask {
                    do {
                        try await world.buy(
                            "tea-1", by: name, at: World.start, order: name, shop: index % 3 == 0 ? "nobody" : nil)
                        return nil
                    } catch IntakeError.unknownShop {
                        return name
                    }
                }
            }
            return try await group.reduce(into: Set<String>()) { if let name = $1 { $0.insert(name) } }
        }
        let unknown = Set(Self.names.enumerated().filter { $0.offset % 3 == 0 }.map(\.element))
        #expect(refused == unknown)
        for name in Self.names {
            #expect(try await world.ledger(of: name).map(\.order) == (unknown.contains(name) ? [] : [name]))
        }
    }

    @Test func `what fails after it has changed something changes nothing`() async throws {
        let world = try await World()
        try await world.put("ada", "ben")
        let vault = world.point.vault
        let people = [try await world.id("ada"), try await world.id("ben")]
        // Both wait, so that one of them takes the other along.
        await vault.writes.acquire()
        let tasks = people.map { person in
            Task.immediate {
                try await vault.write(of: person) { transaction in
                    guard var head = try await transaction.head(of: person) else { throw VaultError.unreadable }
                    _ = try await transaction.keys(of: person)
                    head.name = "Changed"
                    transaction.put(head)
                    if person == people[0] { throw VaultError.unreadable }
                }
            }
        }
        vault.writes.release()
        await #expect(throws: VaultError.unreadable) { try await tasks[0].value }
        try await tasks[1].value
        let again = try await world.reopened()
        #expect(try await again.point.vault.head(of: people[0])?.value.name == "Ada")
        #expect(try await again.point.vault.head(of: people[1])?.value.name == "Changed")
    }

    @Test func `writes of one person that come at once all count`() async throws {
        let store = CountingStore()
        let world = try await world(store)
        let orders = (1...30).map { "o\($0)" }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for order in orders {
                group.addTask { try await world.buy("tea-1", by: "p1", at: World.start, order: order) }
            }
            try await group.waitForAll()
        }
        #expect(Set(try await world.ledger(of: "p1").map(\.order)) == Set(orders))
    }

    @Test func `of those who wait at most one a person is taken, in the order they came in, by one who sees to all`() {
        let shared = SharedWrites(isUrgent: false)
        let entries = [1, 2, 2, 3].map { SharedWrites.Entry(PersonID(rawValue: $0)) { _ in } }
        #expect(entries.map(shared.add) == [true, false, false, false])
        #expect(shared.take().map(\.person.rawValue) == [1, 2, 3])
        #expect(shared.goesOn())
        #expect(shared.take().first === entries[2])
        #expect(!shared.goesOn())
        #expect(shared.add(entries[0]))
    }

    @Test func `an answer under way keeps a narrowing waiting, and nobody else's write`() async throws {
        let world = try await World()
        try await world.put("ada", "ben")
        let vault = world.point.vault
        let (ada, ben) = (try await world.id("ada"), try await world.id("ben"))
        // On a busy machine the narrowing may lose patience before the other write has had its turn.
        var order: [String] = []
        for _ in 0..<100 where order != ["written", "narrowed"] {
            let stand = vault.gate.sequence()
            var snapshot = ReadSnapshot(sequence: stand.sequence, global: stand.global)
            let before = vault.gate.generation(of: ada)
            snapshot.note(ada, before)
            let answer = try #require(vault.gate.admit(snapshot))
            let events = Mutex<[String]>([])
            let narrowing = Task {
                try await world.rename(ada, in: vault, isUrgent: true)
                events.withLock { $0.append("narrowed") }
            }
            while vault.gate.generation(of: ada) == before { await Task.yield() }
            try await world.rename(ben, in: vault, isUrgent: false)
            events.withLock { $0.append("written") }
            answer.finish()
            try await narrowing.value
            order = events.withLock(\.self)
        }
        #expect(order == ["written", "narrowed"])
    }

    @Test func `what fails in a copy leaves the write as it is, and what succeeds is in it whole`() async throws {
        let world = try await World()
        try await world.put("ada", "ben")
        let transaction = WriteTransaction(vault: world.point.vault)
        var head = try #require(try await transaction.head(of: world.id("ada")))
        head.name = "Adele"
        transaction.put(head)
        transaction.touch(head.id)
        transaction.narrow(7, of: head.id, to: .hidden)
        let copy = WriteTransaction(copying: transaction)
        // Every variable there is, so that one added later is not forgotten.
        for (mine, theirs) in zip(Mirror(reflecting: copy).children, Mirror(reflecting: transaction).children) {
            #expect("\(mine.value)".count == "\(theirs.value)".count, "\(mine.label ?? "")")
        }
        copy.removePerson(try await world.id("ben"))
        #expect(copy.removedPeople.count == 1)
        #expect(transaction.removedPeople.isEmpty)
    }
}

extension World {
    fileprivate func rename(_ person: PersonID, in vault: Vault, isUrgent: Bool) async throws {
        try await vault.write(of: person, isUrgent: isUrgent) { transaction in
            guard var head = try await transaction.head(of: person) else { throw VaultError.unreadable }
            _ = try await transaction.keys(of: person)
            head.name = head.name == "Adele" ? "Ada" : "Adele"
            transaction.put(head)
        }
    }
}
