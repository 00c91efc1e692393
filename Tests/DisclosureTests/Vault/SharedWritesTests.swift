import Domain
import SampleWorld
import Sealing
import Storage
import Synchronization
import Testing
import VitrineTesting

@testable import Disclosure

struct SharedWritesTests {
    private static let names = (1...40).map { "p\($0)" }

    private func world(_ store: UnhurriedStore) async throws -> World {
        let world = try await World(over: store)
        try await world.point.catalogue.replaceTaxonomy(SampleCatalogue.categories)
        try await world.point.catalogue.put(SampleCatalogue.entries())
        for name in Self.names { try await world.put(name) }
        return world
    }

    @Test func `writes of many people that come at once share commits, and each is on disk when it is answered`()
        async throws
    {
        let store = UnhurriedStore(SampleRecords())
        let world = try await world(store)
        let before = store.commits
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
        #expect(store.commits - before < Self.names.count / 2)
        for name in Self.names { #expect(try await world.ledger(of: name).map(\.order) == [name]) }
    }

    @Test func `what is refused among them leaves the others as they are`() async throws {
        let store = UnhurriedStore(SampleRecords())
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
        let store = UnhurriedStore(SampleRecords())
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
        let overtaken = try await Overtaken()
        // On a busy machine the narrowing may lose patience before the other write has had its turn.
        var ended = Overtaken.Ended()
        for _ in 0..<100 where ended.write != .under {
            ended = try await overtaken.narrow { _ in }
            #expect(ended.narrowing == .over)
        }
        #expect(ended.write == .under)
    }

    @Test(arguments: [false, true], [false, true])
    func `a narrowing that finds nothing left to narrow, or is refused, waits for the same answers`(
        isRefused: Bool, isShared: Bool
    ) async throws {
        let overtaken = try await Overtaken()
        for _ in 0..<20 {
            let ended = try await overtaken.narrow { vault in
                let body: @Sendable (WriteTransaction) async throws -> Void = { _ in
                    if isRefused { throw VaultError.unreadable }
                }
                if isShared {
                    try? await vault.write(of: overtaken.ada, isUrgent: true, body)
                } else {
                    try? await vault.write(body)
                }
            }
            #expect(ended.second == .over)
        }
    }

    @Test func `what fails in a copy leaves the write as it is, and what succeeds is in it whole`() async throws {
        let world = try await World()
        try await world.put("ada", "ben")
        let transaction = WriteTransaction(vault: world.point.vault)
        var head = try #require(try await transaction.head(of: world.id("ada")))
        head.name = "Adele"
        transaction.put(head)
        transaction.touch(head.id)
        transaction.narrow(7, of: head.id, to: ItemFloor(override: .hidden))
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

/// Two people, an answer made of one of them, and what ends while that is under way.
private struct Overtaken {
    enum Answer { case under, over }

    /// How the answer stood when each of them ended.
    struct Ended {
        var narrowing: Answer?
        var second: Answer?
        var write: Answer?
    }

    private let world: World
    let ada: PersonID
    private let ben: PersonID

    init() async throws {
        world = try await World()
        try await world.put("ada", "ben")
        (ada, ben) = (try await world.id("ada"), try await world.id("ben"))
    }

    /// Narrows what is shown of Ada, does something after it, and writes something of Ben's that narrows nothing; the answer
    /// is handed over when that has ended.
    func narrow(_ second: @escaping @Sendable (Vault) async throws -> Void) async throws -> Ended {
        let vault = world.point.vault
        let stand = vault.gate.sequence()
        var snapshot = ReadSnapshot(sequence: stand.sequence, global: stand.global)
        let before = vault.gate.generation(of: ada)
        snapshot.note(ada, before)
        let answer = try #require(vault.gate.admit(snapshot))
        let isHandedOver = Mutex(false)
        let state: @Sendable () -> Answer = {
            isHandedOver.withLock(\.self) || answer.isCutOff ? .over : .under
        }
        let narrowing = Task {
            try await rename(ada, narrows: true)
            return state()
        }
        while vault.gate.generation(of: ada) == before { await Task.yield() }
        let other = Task {
            try await second(vault)
            return state()
        }
        // So that it waits for its turn already when Ben's comes.
        for _ in 0..<100 { await Task.yield() }
        try await rename(ben, narrows: false)
        var ended = Ended(write: state())
        isHandedOver.withLock { $0 = true }
        answer.finish()
        ended.narrowing = try await narrowing.value
        ended.second = try await other.value
        return ended
    }

    private func rename(_ person: PersonID, narrows: Bool) async throws {
        try await world.point.vault.write(of: person, isUrgent: narrows) { transaction in
            transaction.narrows = narrows
            guard var head = try await transaction.head(of: person) else { throw VaultError.unreadable }
            _ = try await transaction.keys(of: person)
            head.name = head.name == "Adele" ? "Ada" : "Adele"
            transaction.put(head)
        }
    }
}
