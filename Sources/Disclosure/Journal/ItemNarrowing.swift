import Domain
@_spi(EnforcementPoint) import Sealing

/// Hides and removes purchases in an older copy of the records.
struct ItemNarrowing {
    let transaction: WriteTransaction
    private var vault: Vault { transaction.vault }

    func apply(_ items: [UInt64: Floor.Item], to head: Head) async throws {
        try await apply(items, to: head, OwnerRecords(open: vault), .open, head.open)
        try await apply(items, to: head, OwnerRecords(withheld: vault), .withheld, head.withheld)
    }

    private func apply<Class: SealingClass>(
        _ items: [UInt64: Floor.Item], to head: Head, _ records: OwnerRecords<Class>, _ keyClass: KeyClass,
        _ ledger: Head.Ledger
    ) async throws {
        for (number, counter) in zip(ledger.segments, ledger.counters) {
            guard var segment = try await segment(head.id, keyClass, number, counter) else { continue }
            var gone: [DetailsPlace] = []
            var isChanged = false
            for slot in 0..<Segment.capacity {
                guard !segment[slot].isVacant, let item = items[segment[slot].nonce] else { continue }
                isChanged = true
                if let override = item.override {
                    segment[slot].override = segment[slot].override.met(override)
                } else {
                    gone.append(
                        DetailsPlace(
                            owner: head.id, ordinal: UInt32(number * Segment.capacity + slot),
                            nonce: segment[slot].nonce))
                    segment[slot] = .vacant
                }
            }
            guard isChanged else { continue }
            transaction.put(segment, head.id, keyClass, number)
            for key in try await records.details(gone, generalize: { $1.key }) {
                if let key { transaction.delete(.purchase(key)) }
            }
            for place in gone { transaction.delete(.details(head.id, keyClass, place.ordinal)) }
        }
    }

    /// Nothing when it does not open: what is in it is shown to nobody.
    private func segment(
        _ owner: PersonID, _ keyClass: KeyClass, _ number: Int, _ counter: WriteCounter
    ) async throws(VaultError) -> Segment? {
        do {
            return try await transaction.segment(owner, keyClass, number, counter: counter)
        } catch .unreadable {
            return nil
        }
    }
}
