import Domain
@_spi(EnforcementPoint) import Sealing
import Storage
import Synchronization

/// Reads and writes sealed records: the only place where boxes are opened.
final class Vault: Sendable {
    /// A copy of something of a person, good while that person's generation stands.
    struct Stamped<Value: Sendable>: Sendable {
        let generation: UInt64
        let value: Value
    }

    let keys: KeyHierarchy
    let clock: any WallClock
    let random: any RandomSource
    let gate = Gate()
    let writes = SerialLock()
    /// Writes of people's own things; after the urgent ones somebody may see less.
    let (shared, urgent) = (SharedWrites(isUrgent: false), SharedWrites(isUrgent: true))
    let store: any SealedStore
    let keyStore: any KeyStore
    let counters: Counters
    let failures: OpenFailures
    /// How far the journal has come.
    let marks = Mutex(JournalMarks())
    /// Told of each point of a durable write; what it throws ends the write there, as a kill would.
    let observer = Mutex<@Sendable (CommitStep) throws -> Void>({ _ in })
    /// How many purchases that are gone one person keeps remains of; tests lower it.
    let remainsLimit = Mutex(Remains.standardLimit)
    /// Told of the heads that are about to be written anew; what it returns is called when they are, and says of whom others see
    /// what they saw before.
    let renewal = Mutex<@Sendable ([RewrittenHead]) -> @Sendable () async -> Set<PersonID>>({ _ in { [] } })
    private let heads: BoundedCache<PersonID, Stamped<Head?>>
    private let handles: BoundedCache<Handle, PersonID>
    private let ownerKeys: BoundedCache<PersonID, OwnerKeys>

    init(
        store: any SealedStore, keyStore: any KeyStore, keys: KeyHierarchy, clock: any WallClock,
        random: any RandomSource,
        memory: MemoryBudget
    ) {
        self.store = store
        self.keyStore = keyStore
        self.keys = keys
        self.clock = clock
        self.random = random
        counters = Counters(store: store, keyStore: keyStore, keys: keys, limit: Self.countersAPerson * memory.people)
        failures = OpenFailures(clock: clock)
        heads = BoundedCache(limit: memory.heads)
        handles = BoundedCache(limit: memory.people)
        ownerKeys = BoundedCache(limit: memory.people)
    }

    func boxes(_ names: [RecordName]) async throws(VaultError) -> [SealedBox?] {
        if names.isEmpty { return [] }
        do {
            return try await store.boxes(at: names.map(keys.address))
        } catch {
            throw .storage(error)
        }
    }

    func boxes(at addresses: [Address]) async throws(VaultError) -> [SealedBox?] {
        do {
            return try await store.boxes(at: addresses)
        } catch {
            throw .storage(error)
        }
    }

    /// Opens and reads a box; nothing when there is none, and nothing, counted, when it fails.
    func open<Class: SealingClass, Value>(
        _ box: SealedBox?, as name: RecordName, with key: RecordKey<Class>,
        _ read: (Span<UInt8>) throws(RecordFormatError) -> Value
    ) -> Value? {
        guard let box else { return nil }
        do {
            return try keys.opened(box, as: name, with: key, read)
        } catch {
            failures.note()
            return nil
        }
    }

    /// Reads and opens records whose counters lie beside the keys; nothing for those that there are not or that fail.
    func counted<Class: SealingClass, Value>(
        _ names: [RecordName], with key: (Int) -> RecordKey<Class>?,
        _ read: (Span<UInt8>) throws(RecordFormatError) -> Value
    ) async throws(VaultError) -> [Value?] {
        var values: [Value?] = Array(repeating: nil, count: names.count)
        var wanted = Array(names.indices)
        let addresses = names.map(keys.address)
        // A write may come between the counters and the boxes; then they are read again.
        for _ in 0..<Self.mostReadings {
            let stand = counters.stand
            let expected = try await counters.expected(wanted.map { addresses[$0] })
            let boxes = try await boxes(at: wanted.map { addresses[$0] })
            var failed: [Int] = []
            for (position, index) in wanted.enumerated() {
                guard let box = boxes[position], let key = key(index) else { continue }
                var candidates = [expected[position].counter]
                if let former = expected[position].former { candidates.append(former) }
                for counter in candidates where values[index] == nil {
                    values[index] = try? keys.opened(box, as: names[index].counted(counter), with: key, read)
                }
                if values[index] == nil { failed.append(index) }
            }
            if failed.isEmpty { return values }
            wanted = failed
            if counters.stand == stand { break }
        }
        for _ in wanted { failures.note() }
        return values
    }

    private static let mostReadings = 4
    /// Those of a head, a standing, visits and sales, and as many again for tokens.
    private static let countersAPerson = 5

    /// The keys of an owner, or nothing when there is no such person (any more).
    func ownerKeys(of person: PersonID) async throws(VaultError) -> OwnerKeys? {
        if let cached = cachedKeys(of: person) { return cached }
        return try await ownerKeys(of: [person])[0]
    }

    func ownerKeys(of people: [PersonID]) async throws(VaultError) -> [OwnerKeys?] {
        var found = people.map(cachedKeys)
        let missing = found.indices.filter { found[$0] == nil }
        if missing.isEmpty { return found }
        let wraps: [SealedBox?]
        do {
            wraps = try await keyStore.wraps(at: missing.map { keys.wrapAddress(of: people[$0]) })
        } catch {
            throw .storage(error)
        }
        for (index, wrap) in zip(missing, wraps) {
            guard let wrap else { continue }
            do {
                let opened = try keys.ownerKeys(for: people[index], from: wrap)
                ownerKeys.insert(opened, for: people[index])
                found[index] = opened
            } catch {
                // The root may have been replaced between reading and opening.
                guard let again = try await unwrapped(people[index]) else {
                    failures.note()
                    continue
                }
                ownerKeys.insert(again, for: people[index])
                found[index] = again
            }
        }
        return found
    }

    /// Keys of an older generation than records are sealed under are read again.
    private func cachedKeys(of person: PersonID) -> OwnerKeys? {
        ownerKeys[person].flatMap { $0.generation == keys.generation ? $0 : nil }
    }

    private func unwrapped(_ person: PersonID) async throws(VaultError) -> OwnerKeys? {
        let wrap: SealedBox?
        do {
            wrap = try await keyStore.wraps(at: [keys.wrapAddress(of: person)])[0]
        } catch {
            throw .storage(error)
        }
        guard let wrap else { return nil }
        return try? keys.ownerKeys(for: person, from: wrap)
    }

    /// Lets go of all keys of owners that are in memory.
    func forgetKeys() { ownerKeys.removeAll() }

    /// Lets go of everything that is in memory of what lies on disk.
    func forgetAll() {
        ownerKeys.removeAll()
        heads.removeAll()
        handles.removeAll()
    }

    /// The person whom a handle names now.
    func person(_ handle: Handle) async throws(VaultError) -> PersonID? {
        if let cached = handles[handle] {
            // A person put away since has no head; the handle may name another by now.
            if try await head(of: cached)?.value != nil { return cached }
        }
        let name = RecordName.directory(handle)
        let box = try await boxes([name])[0]
        let number = open(box, as: name, with: keys.serviceKey) { (bytes) throws(RecordFormatError) in
            var cursor = RecordCursor()
            return try cursor.number(UInt64.self, in: bytes)
        }
        guard let number, number != 0 else { return nil }
        let person = PersonID(rawValue: number)
        handles.insert(person, for: handle)
        return person
    }

    /// What is held about a person, with the generation it was read under.
    func head(of person: PersonID) async throws(VaultError) -> Stamped<Head>? {
        try await heads(of: [person])[0]
    }

    func heads(of people: [PersonID]) async throws(VaultError) -> [Stamped<Head>?] {
        let generations = gate.generations(of: people)
        var found: [Stamped<Head?>?] = people.indices.map { index in
            guard let cached = heads[people[index]], cached.generation == generations[index] else { return nil }
            return cached
        }
        let missing = found.indices.filter { found[$0] == nil }
        if !missing.isEmpty {
            let keys = try await ownerKeys(of: missing.map { people[$0] })
            let read = try await counted(
                missing.map { .head(people[$0]) }, with: { keys[$0]?.open }, Head.init)
            for (position, index) in missing.enumerated() {
                let stamped = Stamped(generation: generations[index], value: read[position])
                heads.insert(stamped, for: people[index], weight: read[position]?.size ?? Head.leastSize)
                found[index] = stamped
            }
        }
        return found.map { stamped in
            stamped.flatMap { stamped in stamped.value.map { Stamped(generation: stamped.generation, value: $0) } }
        }
    }

    /// Runs one write at a time.
    ///
    /// What the body changed is on disk, and acts on the next read, when this returns.
    ///
    /// Answers made from what was before are not let through any more, and those under way have been handed over.
    /// A dry run does all but write, to find what would be refused.
    func write<Value, Failure: Error>(
        dryRun: Bool = false, _ body: (WriteTransaction) async throws(Failure) -> Value
    ) async throws -> Value {
        let (result, drain) = await written(dryRun: dryRun, body)
        if let drain { await gate.drained(drain) }
        return try result.get()
    }

    private func written<Value, Failure: Error>(
        dryRun: Bool, _ body: (WriteTransaction) async throws(Failure) -> Value
    ) async -> (Result<Value, any Error>, drain: UInt64?) {
        await writes.acquire()
        defer { writes.release() }
        let transaction = WriteTransaction(vault: self)
        do {
            let value = try await body(transaction)
            if dryRun {
                _ = try await transaction.prepared()
                return (.success(value), nil)
            }
            let (outcome, drain) = await finish(transaction)
            return (outcome.map { value }, drain)
        } catch {
            return refused(error)
        }
    }

    /// What is refused may be so because of a narrowing that is not acknowledged yet.
    private func refused<Value>(_ error: any Error) -> (Result<Value, any Error>, drain: UInt64?) {
        (.failure(error), gate.beginDrain([], everybody: false))
    }

    /// Brings a write to the disk, and has it act on everything that is let through from now on.
    ///
    /// What was let through before may be under way still: this returns the drain that has to be over before a narrowing is
    /// acknowledged.
    func finish(_ transaction: WriteTransaction) async -> (outcome: Result<Void, any Error>, drain: UInt64?) {
        do {
            let prepared = try await transaction.prepared()
            if let prepared { try await finish(transaction, prepared) }
            guard transaction.narrows else { return (.success(()), nil) }
            let drain = gate.beginDrain(prepared?.people ?? [], everybody: prepared?.concernsAll ?? false)
            return (.success(()), drain)
        } catch {
            return refused(error)
        }
    }

    private func finish(_ transaction: WriteTransaction, _ prepared: WriteTransaction.Prepared) async throws {
        let rewritten = prepared.concernsAll ? [] : transaction.rewritten
        // INVARIANT: before the commit: what is read after it, and before the raise, may be of neither state.
        let renewed = renewal.withLock(\.self)(rewritten)
        do {
            try await commit(prepared, transaction)
        } catch {
            // What reached the disk is not known; nothing that is cached may be trusted.
            await counters.fail()
            forget(transaction.removedPeople)
            for action in transaction.onDoubt { action() }
            gate.raise(prepared.people)
            throw error
        }
        forget(transaction.removedPeople)
        for action in transaction.onWritten { action() }
        hold(rewritten)
        gate.raise(prepared.people, keepingFacesOf: await renewed())
        if prepared.concernsAll { gate.raiseAll() }
    }

    /// Runs alone, as a write does.
    func exclusively<Result, Failure: Error>(
        _ body: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        await writes.acquire()
        defer { writes.release() }
        return try await body()
    }

    /// Has the heads ready that the next readings ask for.
    ///
    /// INVARIANT: called while writing, between the commit and the raise: nobody else raises a generation meanwhile.
    private func hold(_ rewritten: [RewrittenHead]) {
        let generations = gate.generations(of: rewritten.map(\.current.id))
        for (index, head) in rewritten.enumerated() {
            heads.insert(
                Stamped(generation: generations[index] + 1, value: head.current), for: head.current.id,
                weight: head.current.size)
        }
    }

    private func forget(_ people: Set<PersonID>) {
        for person in people {
            ownerKeys.remove(person)
            heads.remove(person)
        }
    }
}
