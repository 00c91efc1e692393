import Domain
@_spi(EnforcementPoint) import Sealing

/// Hides and removes purchases in an older copy of the records; of those removed, what was narrowed remains.
struct ItemNarrowing {
    let point: EnforcementPoint
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
        let rulebook = point.rulebook
        for (number, counter) in zip(ledger.segments, ledger.counters) {
            guard var segment = try await segment(head.id, keyClass, number, counter) else { continue }
            var (kept, gone): ([DetailsPlace], [DetailsPlace]) = ([], [])
            var isChanged = false
            for slot in 0..<Segment.capacity {
                guard !segment[slot].isVacant, let item = items[segment[slot].nonce] else { continue }
                isChanged = true
                segment[slot].override = segment[slot].override.met(item.narrowing.override)
                segment[slot].flags.formUnion(item.narrowing.flags.intersection(.kept))
                guard item.narrowing.isGone, !segment[slot].isGone else { continue }
                let place = DetailsPlace(
                    owner: head.id, ordinal: UInt32(number * Segment.capacity + slot), nonce: segment[slot].nonce)
                if let remains = segment[slot].remains(rulebook, at: vault.clock.now) {
                    kept.append(place)
                    segment[slot] = remains
                } else {
                    gone.append(place)
                    segment[slot] = .vacant
                }
            }
            guard isChanged else { continue }
            transaction.put(segment, head.id, keyClass, number)
            for key in try await records.keys(gone) { if let key { transaction.delete(.purchase(key)) } }
            let keys = try await transaction.keys(of: head.id)
            let remains = try await records.read(kept) { (_, bytes) throws(RecordFormatError) in
                try OpenedPurchase.remains(bytes)
            }
            for (place, details) in zip(kept, remains) {
                guard let details else { continue }
                let name = RecordName.details(head.id, keyClass, place.ordinal, of: place.nonce)
                if keyClass == .withheld {
                    transaction.put(details, as: name, with: keys.withheld)
                } else {
                    transaction.put(details, as: name, with: keys.open)
                }
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
