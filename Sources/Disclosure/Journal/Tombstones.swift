import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

/// All tombstones of an installation, in the order of the erasures.
struct Tombstones {
    let vault: Vault

    func count() async throws(VaultError) -> UInt64 {
        guard let box = try await vault.keyBoxes([.tombstoneCount])[0] else { return 0 }
        let count = vault.open(box, as: .tombstoneCount, with: vault.keys.keeperKey) {
            (bytes) throws(RecordFormatError) in
            var cursor = RecordCursor()
            return try cursor.number(UInt64.self, in: bytes)
        }
        guard let count else { throw .unreadable }
        return count
    }

    /// A tombstone by its number, from one; nothing when there is none.
    func tombstone(_ number: UInt64, withAddresses: Bool = true) async throws(VaultError) -> Tombstone? {
        let name = RecordName.tombstone(number, part: 0)
        guard let box = try await vault.keyBoxes([name])[0] else { return nil }
        guard let first = vault.open(box, as: name, with: vault.keys.keeperKey, Tombstone.first) else {
            throw .unreadable
        }
        var tombstone = first.tombstone
        guard withAddresses else { return tombstone }
        let names = (0..<first.parts).map { RecordName.tombstone(number, part: $0 + 1) }
        for (name, box) in zip(names, try await vault.keyBoxes(names)) {
            guard let box,
                let addresses = vault.open(box, as: name, with: vault.keys.keeperKey, Tombstone.addresses)
            else { throw .unreadable }
            tombstone.addresses += addresses
        }
        return tombstone
    }

    /// The addresses of keys that were deleted for good.
    func subjects() async throws(VaultError) -> Set<Address> {
        var subjects: Set<Address> = []
        for number in try await (0..<count()).map({ $0 + 1 }) {
            if let tombstone = try await tombstone(number, withAddresses: false) { subjects.insert(tombstone.subject) }
        }
        return subjects
    }

    /// Where the boxes lay that went with the keys at an address.
    func addresses(of subject: Address) async throws(VaultError) -> Set<Address> {
        var addresses: Set<Address> = []
        for number in try await (0..<count()).map({ $0 + 1 }) {
            guard try await tombstone(number, withAddresses: false)?.subject == subject else { continue }
            addresses.formUnion(try await tombstone(number)?.addresses ?? [])
        }
        return addresses
    }

    /// Forgets which boxes went with people erased before an instant; answers in how many cases.
    func shorten(erasedBefore limit: Instant) async throws -> Int {
        var batch = SealedBatch()
        var shortened = 0
        for number in try await (0..<count()).map({ $0 + 1 }) {
            guard var tombstone = try await tombstone(number), tombstone.erasedAt < limit,
                !tombstone.addresses.isEmpty
            else { continue }
            for part in tombstone.encodedParts().indices.dropFirst() {
                batch.delete(vault.keys.address(of: .tombstone(number, part: part)))
            }
            tombstone.addresses = []
            NarrowingJournal(vault: vault).put(
                tombstone.encodedParts()[0], as: .tombstone(number, part: 0), in: &batch)
            shortened += 1
        }
        if shortened > 0 { try await vault.keyStore.commit(batch) }
        return shortened
    }

    /// Adds tombstones to what is written.
    func put(_ tombstones: [Tombstone], in batch: inout SealedBatch) async throws(VaultError) {
        if tombstones.isEmpty { return }
        let journal = NarrowingJournal(vault: vault)
        var number = try await count()
        for tombstone in tombstones {
            number += 1
            for (part, bytes) in tombstone.encodedParts().enumerated() {
                journal.put(bytes, as: .tombstone(number, part: part), in: &batch)
            }
        }
        journal.put(withUnsafeBytes(of: number.littleEndian) { Array($0) }, as: .tombstoneCount, in: &batch)
    }
}
