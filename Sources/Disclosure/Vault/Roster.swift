import Domain
@_spi(EnforcementPoint) import Sealing

/// A list of everything of one kind, in parts of equal size; entries are added and never taken away.
///
/// An entry whose record is gone is passed over by whoever reads the list.
struct Roster {
    static let tokens = Roster(kind: .tokenRoster, entrySize: 32)
    static let people = Roster(kind: .roster, entrySize: 8)

    let kind: RecordKind
    let entrySize: Int
    private static let entriesAPart = 64

    private init(kind: RecordKind, entrySize: Int) {
        self.kind = kind
        self.entrySize = entrySize
    }

    func append(_ entry: [UInt8], in transaction: WriteTransaction) async throws(VaultError) {
        let key = transaction.vault.keys.serviceKey
        let count = try await count(transaction.box(.roster(kind, 0)), transaction.vault)
        let part = RecordName.roster(kind, count / UInt64(Self.entriesAPart) + 1)
        let slot = Int(count % UInt64(Self.entriesAPart))
        var entries = slot == 0 ? [] : try await self.entries(transaction.box(part), part, transaction.vault)
        guard entries.count >= slot else { throw .unreadable }
        entries = entries.prefix(slot) + [entry]
        var plaintext = entries.flatMap(\.self)
        plaintext.append(contentsOf: repeatElement(0, count: (Self.entriesAPart - entries.count) * entrySize))
        transaction.put(plaintext, as: part, with: key)
        transaction.put(
            withUnsafeBytes(of: (count + 1).littleEndian) { Array($0) }, as: .roster(kind, 0), with: key)
    }

    func entries(_ vault: Vault) async throws(VaultError) -> [[UInt8]] {
        let count = try await count(vault.boxes([.roster(kind, 0)])[0], vault)
        guard count > 0 else { return [] }
        let parts = (0...(count - 1) / UInt64(Self.entriesAPart)).map { RecordName.roster(kind, $0 + 1) }
        var entries: [[UInt8]] = []
        for (part, box) in zip(parts, try await vault.boxes(parts)) {
            entries += try self.entries(box, part, vault)
        }
        return Array(entries.prefix(Int(count)))
    }

    /// How many parts there are beside the one that counts.
    func partCount(_ vault: Vault) async throws(VaultError) -> UInt64 {
        let count = try await count(vault.boxes([.roster(kind, 0)])[0], vault)
        return (count + UInt64(Self.entriesAPart) - 1) / UInt64(Self.entriesAPart)
    }

    private func count(_ box: SealedBox?, _ vault: Vault) throws(VaultError) -> UInt64 {
        guard let box else { return 0 }
        let count = vault.open(box, as: .roster(kind, 0), with: vault.keys.serviceKey) {
            (bytes) throws(RecordFormatError) in
            var cursor = RecordCursor()
            return try cursor.number(UInt64.self, in: bytes)
        }
        guard let count else { throw .unreadable }
        return count
    }

    private func entries(_ box: SealedBox?, _ part: RecordName, _ vault: Vault) throws(VaultError) -> [[UInt8]] {
        let size = entrySize
        let entries = vault.open(box, as: part, with: vault.keys.serviceKey) { (bytes) throws(RecordFormatError) in
            stride(from: 0, to: bytes.count - size + 1, by: size).map { start in
                (start..<start + size).map { bytes[$0] }
            }
        }
        guard let entries else { throw .unreadable }
        return entries
    }
}
