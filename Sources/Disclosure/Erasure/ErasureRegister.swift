import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

/// The erasures that are not acknowledged yet: numbered records beside the keys, and one that says which numbers there are.
///
/// INVARIANT: written under the lock of all writes.
struct ErasureRegister {
    let keys: KeyHierarchy
    let keyStore: any KeyStore

    init(_ vault: Vault) {
        self.init(keys: vault.keys, keyStore: vault.keyStore)
    }

    init(keys: KeyHierarchy, keyStore: any KeyStore) {
        self.keys = keys
        self.keyStore = keyStore
    }

    /// The numbers that erasures have or had; those outside have no record.
    func numbers() async throws(VaultError) -> Range<UInt64> {
        guard let box = try await boxes([.erasureNumbers])[0] else { return 1..<1 }
        return try open(box, as: .erasureNumbers) { (bytes) throws(RecordFormatError) in
            var cursor = RecordCursor()
            let first = try cursor.number(UInt64.self, in: bytes)
            let next = try cursor.number(UInt64.self, in: bytes)
            guard first <= next else { throw .malformed }
            return first..<next
        }
    }

    /// Returns `nil` if the erasure of that number is acknowledged, or never was.
    func record(_ number: UInt64, withTraces: Bool = false) async throws(VaultError) -> ErasureRecord? {
        let name = RecordName.erasure(number, part: 0)
        guard let box = try await boxes([name])[0] else { return nil }
        var (record, parts) = try open(box, as: name, ErasureRecord.first)
        guard withTraces else { return record }
        for name in Self.parts(parts, of: number) {
            guard let box = try await boxes([name])[0] else { throw .unreadable }
            record.traces.formUnion(try open(box, as: name, ErasureRecord.traces))
        }
        return record
    }

    /// Adds a record under the next number to what is written, and returns that number.
    func add(_ record: ErasureRecord, in batch: inout SealedBatch) async throws(VaultError) -> UInt64 {
        let numbers = try await numbers()
        put(numbers.lowerBound..<numbers.upperBound + 1, in: &batch)
        seal(record, at: numbers.upperBound, in: &batch)
        return numbers.upperBound
    }

    /// Adds a changed record to what is written, and returns the boxes that it replaces.
    ///
    /// While residue is still to be looked for, the traces of these boxes become part of the record.
    @discardableResult
    func replace(
        _ record: inout ErasureRecord, at number: UInt64, in batch: inout SealedBatch
    ) async throws(VaultError) -> Set<BoxTrace> {
        let (former, names) = try await stored(number)
        for name in names { batch.delete(keys.address(of: name)) }
        if record.state < .clean { record.traces.formUnion(former) }
        seal(record, at: number, in: &batch)
        return former
    }

    /// Adds to what is written that these erasures need no record any more.
    func remove(_ gone: Set<UInt64>, in batch: inout SealedBatch) async throws(VaultError) {
        for number in gone {
            for name in try await stored(number).names { batch.delete(keys.address(of: name)) }
        }
        var numbers = try await numbers()
        while let first = numbers.first {
            if !gone.contains(first), try await record(first) != nil { break }
            numbers = first + 1..<numbers.upperBound
        }
        put(numbers, in: &batch)
    }

    /// How many erasures of an installation are not finished, for whoever has opened nothing else of it.
    static func unfinishedCount(_ keys: KeyHierarchy, _ keyStore: any KeyStore) async throws(VaultError) -> Int {
        let register = ErasureRegister(keys: keys, keyStore: keyStore)
        var count = 0
        for number in try await register.numbers() {
            if let record = try await register.record(number), record.state < .clean { count += 1 }
        }
        return count
    }

    /// The boxes that a record takes now, by their traces, and their names.
    private func stored(_ number: UInt64) async throws(VaultError) -> (traces: Set<BoxTrace>, names: [RecordName]) {
        let name = RecordName.erasure(number, part: 0)
        guard let box = try await boxes([name])[0] else { return ([], []) }
        let names = [name] + Self.parts(try open(box, as: name, ErasureRecord.first).parts, of: number)
        return (Set(try await boxes(names).compactMap { $0.flatMap(BoxTrace.init) }), names)
    }

    private static func parts(_ count: Int, of number: UInt64) -> [RecordName] {
        (0..<count).map { RecordName.erasure(number, part: $0 + 1) }
    }

    private func put(_ numbers: Range<UInt64>, in batch: inout SealedBatch) {
        var writer = RecordWriter()
        writer.put(numbers.lowerBound)
        writer.put(numbers.upperBound)
        seal(writer.bytes, as: .erasureNumbers, in: &batch)
    }

    private func seal(_ record: ErasureRecord, at number: UInt64, in batch: inout SealedBatch) {
        for (part, bytes) in record.encodedParts().enumerated() {
            seal(bytes, as: .erasure(number, part: part), in: &batch)
        }
    }

    private func seal(_ plaintext: [UInt8], as name: RecordName, in batch: inout SealedBatch) {
        batch.put(keys.seal(plaintext, as: name, with: keys.keeperKey), at: keys.address(of: name))
    }

    private func boxes(_ names: [RecordName]) async throws(VaultError) -> [SealedBox?] {
        do {
            return try await keyStore.wraps(at: names.map(keys.address))
        } catch {
            throw .storage(error)
        }
    }

    private func open<Value>(
        _ box: SealedBox, as name: RecordName, _ read: (Span<UInt8>) throws(RecordFormatError) -> Value
    ) throws(VaultError) -> Value {
        do {
            return try keys.opened(box, as: name, with: keys.keeperKey, read)
        } catch {
            throw .unreadable
        }
    }
}
