import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

/// The narrowing journal: lies beside the keys, and so outlives a restored database of records.
///
/// INVARIANT: what a write narrowed is in here before the write is done, and the write is done before it is acknowledged.
/// Marks rise by one with every entry and are never given twice; both databases hold the highest one. A database of records
/// whose mark is lower than the journal's lacks what was narrowed since, see ``Reconciliation``.
struct NarrowingJournal {
    let vault: Vault

    /// How far it has come.
    func mark() async throws(VaultError) -> UInt64 {
        guard let box = try await vault.keyBoxes([.journalMark])[0] else { return 0 }
        let mark = vault.open(box, as: .journalMark, with: vault.keys.keeperKey) { (bytes) throws(RecordFormatError) in
            var cursor = RecordCursor()
            return try cursor.number(UInt64.self, in: bytes)
        }
        guard let mark else { throw .unreadable }
        return mark
    }

    func put(mark: UInt64, in batch: inout SealedBatch) {
        put(withUnsafeBytes(of: mark.littleEndian) { Array($0) }, as: .journalMark, in: &batch)
    }

    /// What a write narrows, as entries under one mark.
    func entries(
        _ narrowings: [PersonID: Narrowing], revoked: Set<[UInt8]>, mark: UInt64
    ) async throws(VaultError) -> SealedBatch {
        var batch = SealedBatch()
        let people = narrowings.keys.sorted()
        for (person, floor) in zip(people, try await floors(of: people)) {
            var floor = floor ?? Floor()
            if let narrowing = narrowings[person] { floor.note(narrowing, mark: mark) }
            put(floor.encoded(), as: .floor(person), in: &batch)
        }
        for token in revoked {
            put(withUnsafeBytes(of: mark.littleEndian) { Array($0) }, as: .revocation(token), in: &batch)
        }
        put(mark: mark, in: &batch)
        return batch
    }

    /// A floor that does not open judges nothing: whatever it is asked about is suppressed.
    func floors(of people: [PersonID]) async throws(VaultError) -> [Floor?] {
        var floors: [Floor?] = []
        for (person, box) in zip(people, try await vault.keyBoxes(people.map(RecordName.floor))) {
            guard let box else {
                floors.append(nil)
                continue
            }
            floors.append(
                vault.open(box, as: .floor(person), with: vault.keys.keeperKey, Floor.init) ?? .undecidable)
        }
        return floors
    }

    /// Which of the tokens were revoked.
    func areRevoked(_ tokens: [[UInt8]]) async throws(VaultError) -> [Bool] {
        try await vault.keyBoxes(tokens.map(RecordName.revocation)).map { $0 != nil }
    }

    func put(_ plaintext: [UInt8], as name: RecordName, in batch: inout SealedBatch) {
        batch.put(
            vault.keys.seal(plaintext, as: name, with: vault.keys.keeperKey), at: vault.keys.address(of: name))
    }
}
