import Domain
@_spi(EnforcementPoint) import Sealing
import Storage
import Synchronization

/// The write counters that lie beside the keys: of heads, of the lengths of rosters, of tokens.
///
/// A record is bound to its counter, so that an older box of the same address put back is refused. Other mutable records
/// have theirs in the head.
///
/// Both databases cannot be written at once. So the raised counters are on disk first, with the number of the write; the
/// write itself leaves that number among the records. Whoever opens the directory after a crash finds them equal, and the
/// counters stand, or not, and they are lowered again. That costs one synchronisation a write, and none to settle it.
final class Counters: Sendable {
    /// What a record may be sealed with.
    struct Expected {
        var counter: WriteCounter
        /// What it was, while a write is under way that raises it to `counter`: it may still be that.
        var former: WriteCounter?
    }

    private struct State {
        var last = OpenTransaction()
        /// What the write under way raises counters to, and from.
        var flights: [Address: Expected] = [:]
        /// Raised whenever counters have changed.
        var stand: UInt64 = 0
        /// Whether a write has failed in a way that leaves open what reached the disk.
        var isInDoubt = true
        /// Whether the records are not those that these counters belong to.
        var areApart = false
    }

    private let store: any SealedStore
    private let keyStore: any KeyStore
    private let keys: KeyHierarchy
    private let known: BoundedCache<Address, WriteCounter>
    private let state = Mutex(State())

    init(store: any SealedStore, keyStore: any KeyStore, keys: KeyHierarchy, limit: Int) {
        self.store = store
        self.keyStore = keyStore
        self.keys = keys
        known = BoundedCache(limit: limit)
    }

    /// Raised whenever counters have changed: a record that did not open may be read again when it has.
    var stand: UInt64 { state.withLock(\.stand) }

    /// What the records at these addresses are sealed with now; zero for those never counted.
    func expected(_ addresses: [Address]) async throws(VaultError) -> [Expected] {
        let (flights, stand) = state.withLock { ($0.flights, $0.stand) }
        var found = addresses.map { address -> Expected? in
            if let flight = flights[address] { return flight }
            return known[address].map { Expected(counter: $0) }
        }
        let missing = found.indices.filter { found[$0] == nil }
        if !missing.isEmpty {
            let stored = try await stored(missing.map { addresses[$0] })
            for (index, counter) in zip(missing, stored) {
                found[index] = Expected(counter: counter)
                state.withLock { state in
                    // A write in between may have changed it.
                    if state.stand == stand, state.flights.isEmpty { known.insert(counter, for: addresses[index]) }
                }
            }
        }
        return found.map { $0 ?? Expected(counter: .zero) }
    }

    /// What counters that are raised now are raised in.
    var era: UInt32 { state.withLock(\.last.era) }

    /// Begins a write that raises counters to the given values; returns its number, which goes with the records.
    ///
    /// `beside` is what else has to be on disk before the records are.
    func begin(_ raised: [Address: WriteCounter], beside: SealedBatch) async throws(VaultError) -> UInt64 {
        // What became of the write before decides what the records are said to have come to.
        try await settle()
        if raised.isEmpty {
            if !beside.isEmpty { try await append(beside) }
            return state.withLock(\.last.number)
        }
        guard !areApart else { throw .unreadable }
        let addresses = raised.keys.sorted()
        let former = try await expected(addresses).map(\.counter)
        let transaction = state.withLock { state in
            for (address, former) in zip(addresses, former) {
                state.flights[address] = raised[address].map { Expected(counter: $0, former: former) }
            }
            state.stand += 1
            return OpenTransaction(
                number: state.last.number + 1, era: state.last.era,
                raised: zip(addresses, former).map { .init(address: $0, former: $1) })
        }
        var batch = beside
        for (address, counter) in raised { put(counter, for: address, in: &batch) }
        put(transaction, in: &batch)
        do {
            try await append(batch)
        } catch {
            state.withLock { $0.isInDoubt = true }
            throw error
        }
        state.withLock { $0.last = transaction }
        return transaction.number
    }

    /// The records are on disk.
    func finish(_ raised: [Address: WriteCounter]) {
        state.withLock { state in
            for (address, counter) in raised { known.insert(counter, for: address) }
            state.flights = [:]
            state.stand += 1
        }
    }

    /// It is not known whether the records reached the disk.
    ///
    /// Finds out at once if it can, or else before the next write.
    func fail() async {
        state.withLock { $0.isInDoubt = true }
        try? await settle()
    }

    /// Finds out what became of the last write, if that is in doubt.
    ///
    /// Records that are at neither the last write nor the one before are of another day than the counters; then these are
    /// left as they are, see ``areApart``.
    func settle() async throws(VaultError) {
        guard state.withLock(\.isInDoubt) else { return }
        let last = try await lastTransaction()
        let reached = try await mark()?.write
        let isDone = reached == last.number
        let isUndone = !last.raised.isEmpty && reached == last.number - 1
        // Whoever puts the file of one write ago in place may have kept what that write wrote.
        let era = isUndone ? last.era + 1 : last.era
        if isDone || isUndone, !last.raised.isEmpty {
            var batch = SealedBatch()
            if isUndone {
                for raised in last.raised { put(raised.former, for: raised.address, in: &batch) }
            }
            put(OpenTransaction(number: reached ?? 0, era: era), in: &batch)
            try await append(batch)
        }
        state.withLock { state in
            for address in last.raised.map(\.address) + Array(state.flights.keys) { known.remove(address) }
            state.last = OpenTransaction(
                number: isUndone ? last.number - 1 : last.number, era: era)
            state.flights = [:]
            state.stand += 1
            state.isInDoubt = false
            state.areApart = !isDone && !isUndone
        }
    }

    /// Whether the records are of another day than the counters: another copy of one of the files was put in its place.
    var areApart: Bool { state.withLock(\.areApart) }

    /// Takes the records as they are for those that the counters belong to, after all were found out from them.
    ///
    /// The next write has a number that neither of the two has seen, and is the first of an era new to both. How much of the journal the records say to hold is
    /// forgotten unless it can be trusted, so that all of it is applied even when this start does not come to its end.
    func join(trustingMark: Bool) async throws(VaultError) {
        var mark = try await mark() ?? RecordsMark(write: 0, era: 0, journal: 0)
        let last = state.withLock(\.last)
        if !trustingMark { mark.journal = 0 }
        mark.write = max(last.number, mark.write) + 1
        mark.era = max(last.era, mark.era) + 1
        let joined = OpenTransaction(number: mark.write, era: mark.era)
        var batch = SealedBatch()
        put(joined, in: &batch)
        var records = SealedBatch()
        mark.put(in: &records, keys)
        try await append(batch)
        do {
            try await store.commit(records)
        } catch {
            throw .storage(error)
        }
        state.withLock { state in
            state.last = joined
            state.areApart = false
        }
    }

    /// Leaves nothing in doubt for whoever opens the directory next.
    func close() async throws(VaultError) {
        state.withLock { $0.isInDoubt = true }
        try await settle()
    }

    /// Where the counter of a record lies.
    func address(for record: Address) -> Address { keys.address(of: .counter(of: record)) }

    /// Takes a counter from the disk away, as part of a larger write.
    func forget(_ record: Address) { known.remove(record) }

    /// Writes counters as they are told, whatever they were.
    func replace(_ counters: [Address: WriteCounter]) async throws(VaultError) {
        var batch = SealedBatch()
        for (address, counter) in counters { put(counter, for: address, in: &batch) }
        if !batch.isEmpty { try await append(batch) }
        state.withLock { state in
            for address in counters.keys { known.remove(address) }
            state.stand += 1
        }
    }

    private func put(_ counter: WriteCounter, for address: Address, in batch: inout SealedBatch) {
        let name = RecordName.counter(of: address)
        if counter == .zero {
            batch.delete(keys.address(of: name))
        } else {
            let bytes = withUnsafeBytes(of: counter.number.littleEndian) { Array($0) }
            batch.put(keys.seal(bytes, as: name, with: keys.keeperKey), at: keys.address(of: name))
        }
    }

    private func put(_ transaction: OpenTransaction, in batch: inout SealedBatch) {
        for (part, bytes) in transaction.encodedParts().enumerated() {
            let name = RecordName.transaction(part: part)
            batch.put(keys.seal(bytes, as: name, with: keys.keeperKey), at: keys.address(of: name))
        }
    }

    private func stored(_ records: [Address]) async throws(VaultError) -> [WriteCounter] {
        var counters: [WriteCounter] = []
        counters.reserveCapacity(records.count)
        for (record, box) in zip(records, try await beside(records.map(RecordName.counter))) {
            guard let box else {
                counters.append(.zero)
                continue
            }
            counters.append(WriteCounter(number: try number(box, as: .counter(of: record), with: keys.keeperKey)))
        }
        return counters
    }

    private func lastTransaction() async throws(VaultError) -> OpenTransaction {
        guard let box = try await beside([.transaction()])[0] else { return OpenTransaction() }
        var (transaction, parts) = try opened(box, as: .transaction(), OpenTransaction.first)
        let names = (0..<parts).map { RecordName.transaction(part: $0 + 1) }
        for (name, box) in zip(names, try await beside(names)) {
            guard let box else { throw .unreadable }
            transaction.raised += try opened(box, as: name, OpenTransaction.raised)
        }
        return transaction
    }

    private func opened<Value>(
        _ box: SealedBox, as name: RecordName, _ read: (Span<UInt8>) throws(RecordFormatError) -> Value
    ) throws(VaultError) -> Value {
        do {
            return try keys.opened(box, as: name, with: keys.keeperKey, read)
        } catch {
            throw .unreadable
        }
    }

    /// What the records have come to; nothing when that cannot be read.
    func mark() async throws(VaultError) -> RecordsMark? {
        let box: SealedBox?
        do {
            box = try await store.boxes(at: [keys.address(of: .recordsMark)])[0]
        } catch {
            throw .storage(error)
        }
        return try? RecordsMark(box, keys)
    }

    private func number(
        _ box: SealedBox, as name: RecordName, with key: RecordKey<ServiceClass>
    ) throws(VaultError) -> UInt64 {
        do {
            return try keys.opened(box, as: name, with: key) { (bytes) throws(RecordFormatError) in
                var cursor = RecordCursor()
                return try cursor.number(UInt64.self, in: bytes)
            }
        } catch {
            throw .unreadable
        }
    }

    private func beside(_ names: [RecordName]) async throws(VaultError) -> [SealedBox?] {
        do {
            return try await keyStore.wraps(at: names.map(keys.address))
        } catch {
            throw .storage(error)
        }
    }

    private func append(_ batch: SealedBatch) async throws(VaultError) {
        do {
            try await keyStore.append(batch)
        } catch {
            throw .storage(error)
        }
    }
}
