import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

/// Reads the facts and details of owners that are sealed under one class of key.
///
/// The feed path is given the one for *open* records, and has no way to come by the other.
struct OwnerRecords<Class: SealingClass>: Sendable {
    private let vault: Vault
    private let key: @Sendable (OwnerKeys) -> RecordKey<Class>
    private let ledger: @Sendable (Head) -> Head.Ledger

    fileprivate init(
        vault: Vault, key: @escaping @Sendable (OwnerKeys) -> RecordKey<Class>,
        ledger: @escaping @Sendable (Head) -> Head.Ledger
    ) {
        self.vault = vault
        self.key = key
        self.ledger = ledger
    }

    /// Reads the facts of every purchase, with their ordinals.
    ///
    /// A segment that does not open is left out and counted.
    func facts(of head: Head) async throws(VaultError) -> [(ordinal: UInt32, facts: PurchaseFacts)] {
        try await readFacts(of: head).facts.filter { !$0.facts.isGone }
    }

    /// Reads the facts of every purchase, and what remains of those that are gone.
    ///
    /// Returns the facts with their ordinals, and whether every segment opened.
    func readFacts(
        of head: Head
    ) async throws(VaultError) -> (facts: [(ordinal: UInt32, facts: PurchaseFacts)], isWhole: Bool) {
        let ledger = ledger(head)
        guard !ledger.counters.isEmpty else { return ([], true) }
        guard let keys = try await vault.ownerKeys(of: head.id) else { return ([], false) }
        var isWhole = true
        let names = zip(ledger.segments, ledger.counters).map {
            RecordName.segment(head.id, Class.keyClass, $0, counter: $1)
        }
        let boxes = try await vault.boxes(names)
        var facts: [(ordinal: UInt32, facts: PurchaseFacts)] = []
        facts.reserveCapacity(names.count * Segment.capacity)
        for (number, box) in boxes.enumerated() {
            guard let segment = vault.open(box, as: names[number], with: key(keys), Segment.init) else {
                isWhole = false
                continue
            }
            for (slot, fact) in segment.facts.enumerated() where !fact.isVacant {
                facts.append((UInt32((Int(ledger.base) + number) * Segment.capacity + slot), fact))
            }
        }
        return (facts, isWhole)
    }

    /// Opens details and hands each to `generalize`; nothing for those that do not open.
    func details<Exposed: Sendable>(
        _ places: [DetailsPlace],
        generalize: (_ index: Int, _ purchase: borrowing OpenedPurchase) -> Exposed
    ) async throws(VaultError) -> [Exposed?] {
        try await read(places) { (index, bytes) throws(RecordFormatError) in
            generalize(index, try OpenedPurchase(bytes))
        }
    }

    /// Reads the keys of purchases and of what remains of those that are gone; `nil` for details that do not open.
    func keys(_ places: [DetailsPlace]) async throws(VaultError) -> [PurchaseKey?] {
        try await read(places) { (_, bytes) throws(RecordFormatError) in try OpenedPurchase.key(bytes) }
    }

    /// Opens details and hands the bytes of each to `read`; `nil` for those that do not open.
    func read<Value>(
        _ places: [DetailsPlace], _ read: (_ index: Int, _ bytes: Span<UInt8>) throws(RecordFormatError) -> Value
    ) async throws(VaultError) -> [Value?] {
        let names = places.map { RecordName.details($0.owner, Class.keyClass, $0.ordinal, of: $0.nonce) }
        let boxes = try await vault.boxes(names)
        var values: [Value?] = []
        values.reserveCapacity(places.count)
        for (index, place) in places.enumerated() {
            guard let keys = try await vault.ownerKeys(of: place.owner) else {
                values.append(nil)
                continue
            }
            values.append(
                vault.open(boxes[index], as: names[index], with: key(keys)) { (bytes) throws(RecordFormatError) in
                    try read(index, bytes)
                })
        }
        return values
    }
}

extension OwnerRecords where Class == OpenClass {
    init(open vault: Vault) {
        self.init(vault: vault, key: \.open, ledger: \.open)
    }
}

extension OwnerRecords where Class == WithheldClass {
    init(withheld vault: Vault) {
        self.init(vault: vault, key: \.withheld, ledger: \.withheld)
    }
}
