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

    /// Every fact with its ordinal, vacant slots left out.
    ///
    /// A segment that does not open is left out and counted.
    func facts(of head: Head) async throws(VaultError) -> [(ordinal: UInt32, facts: PurchaseFacts)] {
        let counters = ledger(head).counters
        guard !counters.isEmpty, let keys = try await vault.ownerKeys(of: head.id) else { return [] }
        let names = counters.indices.map { RecordName.segment(head.id, Class.keyClass, $0, counter: counters[$0]) }
        let boxes = try await vault.boxes(names)
        var facts: [(ordinal: UInt32, facts: PurchaseFacts)] = []
        facts.reserveCapacity(names.count * Segment.capacity)
        for (number, box) in boxes.enumerated() {
            guard let segment = vault.open(box, as: names[number], with: key(keys), Segment.init) else { continue }
            for (slot, fact) in segment.facts.enumerated() where !fact.isVacant {
                facts.append((UInt32(number * Segment.capacity + slot), fact))
            }
        }
        return facts
    }

    /// Opens details and hands each to `generalize`; nothing for those that do not open.
    func details<Exposed: Sendable>(
        _ places: [(owner: PersonID, ordinal: UInt32)],
        generalize: (_ index: Int, _ purchase: borrowing OpenedPurchase) -> Exposed
    ) async throws(VaultError) -> [Exposed?] {
        let names = places.map { RecordName.details($0.owner, Class.keyClass, $0.ordinal) }
        let boxes = try await vault.boxes(names)
        var exposed: [Exposed?] = []
        exposed.reserveCapacity(places.count)
        for (index, place) in places.enumerated() {
            guard let keys = try await vault.ownerKeys(of: place.owner) else {
                exposed.append(nil)
                continue
            }
            exposed.append(
                vault.open(boxes[index], as: names[index], with: key(keys)) { (bytes) throws(RecordFormatError) in
                    generalize(index, try OpenedPurchase(bytes))
                })
        }
        return exposed
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
