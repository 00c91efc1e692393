import Domain
@_spi(EnforcementPoint) import Sealing

/// A list of everything of one kind, in parts of equal size; entries are added, and those of erased people become zeros.
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

    /// Puts zeros in the place of entries.
    func vacate(_ gone: [[UInt8]], in transaction: WriteTransaction) async throws(VaultError) {
        if gone.isEmpty { return }
        let gone = Set(gone)
        let key = transaction.vault.keys.serviceKey
        let count = try await count(transaction.box(.roster(kind, 0)), transaction.vault)
        for number in stride(from: UInt64(0), to: count, by: Self.entriesAPart) {
            let part = RecordName.roster(kind, number / UInt64(Self.entriesAPart) + 1)
            let entries = try await entries(transaction.box(part), part, transaction.vault)
            guard entries.contains(where: gone.contains) else { continue }
            let vacant = [UInt8](repeating: 0, count: entrySize)
            transaction.put(entries.flatMap { gone.contains($0) ? vacant : $0 }, as: part, with: key)
        }
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
