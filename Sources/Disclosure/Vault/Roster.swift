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
        let length = try await transaction.current(.roster(kind, 0))
        let count = try count(try await transaction.box(length), length, transaction.vault)
        let (number, slot) = Int(count).quotientAndRemainder(dividingBy: Self.entriesAPart)
        let part = part(number, entries: slot)
        var entries = slot == 0 ? [] : try await self.entries(transaction.box(part), part, transaction.vault)
        guard entries.count >= slot else { throw .unreadable }
        entries = entries.prefix(slot) + [entry]
        var plaintext = entries.flatMap(\.self)
        plaintext.append(contentsOf: repeatElement(0, count: (Self.entriesAPart - entries.count) * entrySize))
        transaction.put(plaintext, as: self.part(number, entries: slot + 1), with: key)
        transaction.put(
            withUnsafeBytes(of: (count + 1).littleEndian) { Array($0) },
            as: try await transaction.raised(.roster(kind, 0)), with: key)
    }

    /// The name of a part, counted from zero; it is bound to how many entries it has.
    private func part(_ number: Int, entries: Int) -> RecordName {
        RecordName.roster(kind, UInt64(number) + 1).counted(WriteCounter(era: 0, count: UInt64(entries)))
    }

    /// The names of all parts of a list of so many entries.
    private func parts(_ count: UInt64) -> [RecordName] {
        let whole = Int(count) / Self.entriesAPart
        let rest = Int(count) % Self.entriesAPart
        let names = (0..<whole).map { part($0, entries: Self.entriesAPart) }
        return rest == 0 ? names : names + [part(whole, entries: rest)]
    }

    /// Seals all parts and the length anew, unchanged.
    func reseal(in transaction: WriteTransaction) async throws(VaultError) -> Int {
        let vault = transaction.vault
        let length = try await transaction.current(.roster(kind, 0))
        guard let box = try await transaction.box(length) else { return 0 }
        let count = try count(box, length, vault)
        let names = parts(count)
        for (name, box) in zip(names, try await vault.boxes(names)) {
            let entries = try entries(box, name, vault).flatMap(\.self)
            transaction.put(entries, as: name, with: vault.keys.serviceKey)
        }
        transaction.put(
            withUnsafeBytes(of: count.littleEndian) { Array($0) },
            as: try await transaction.raised(.roster(kind, 0)), with: vault.keys.serviceKey)
        return names.count + 1
    }

    /// Puts zeros in the place of entries.
    func vacate(_ gone: [[UInt8]], in transaction: WriteTransaction) async throws(VaultError) {
        if gone.isEmpty { return }
        let gone = Set(gone)
        let vault = transaction.vault
        let length = try await transaction.current(.roster(kind, 0))
        let count = try count(try await transaction.box(length), length, vault)
        for part in parts(count) {
            let entries = try await entries(transaction.box(part), part, vault)
            guard entries.contains(where: gone.contains) else { continue }
            let vacant = [UInt8](repeating: 0, count: entrySize)
            transaction.put(entries.flatMap { gone.contains($0) ? vacant : $0 }, as: part, with: vault.keys.serviceKey)
        }
    }

    func entries(_ vault: Vault) async throws(VaultError) -> [[UInt8]] {
        let name = RecordName.roster(kind, 0)
        let found = try await vault.counted([name], with: { _ in vault.keys.serviceKey }) {
            (bytes) throws(RecordFormatError) in
            var cursor = RecordCursor()
            return try cursor.number(UInt64.self, in: bytes)
        }[0]
        guard let count = found else {
            // Nothing was ever listed, or what was cannot be read; the second must not pass for the first.
            let address = vault.keys.address(of: name)
            guard try await vault.counters.expected([address])[0].counter == .zero,
                try await vault.boxes(at: [address])[0] == nil
            else { throw .unreadable }
            return []
        }
        let parts = parts(count)
        var entries: [[UInt8]] = []
        for (part, box) in zip(parts, try await vault.boxes(parts)) {
            entries += try self.entries(box, part, vault)
        }
        return Array(entries.prefix(Int(count)))
    }

    /// How many parts there are beside the one that counts.
    func partCount(_ vault: Vault) async throws(VaultError) -> UInt64 {
        let count = UInt64(try await entries(vault).count)
        return (count + UInt64(Self.entriesAPart) - 1) / UInt64(Self.entriesAPart)
    }

    private func count(_ box: SealedBox?, _ name: RecordName, _ vault: Vault) throws(VaultError) -> UInt64 {
        guard let box else {
            guard name.counter == 0 else { throw .unreadable }
            return 0
        }
        let count = vault.open(box, as: name, with: vault.keys.serviceKey) {
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
