import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

/// Deletes a person's keys, and then everything that they opened and every mention by others.
struct ErasureRemoval {
    let erasure: Erasure
    private var point: EnforcementPoint { erasure.point }
    private var vault: Vault { erasure.vault }
    private var register: ErasureRegister { erasure.register }

    /// Brings an erasure to ``ErasureState/recordsGone``; does nothing if it is there already.
    ///
    /// Run again after a failure, it deletes what is still there.
    func run(_ number: UInt64) async throws {
        guard let record = try await register.record(number), record.state < .recordsGone,
            let person = record.person?.id
        else { return }
        do {
            // Before the write, for which others wait.
            let entries = try await IndexSearch(vault: vault).addresses { $0 == person }
            try await vault.write { transaction in try await remove(number, entries, transaction) }
            try await noteRecordsGone(number)
        } catch {
            // What reached the disk is not known.
            erasure.index.invalidate()
            throw error
        }
        // Of an answer that was under way something may have been kept meanwhile.
        point.forget(person)
    }

    private func remove(_ number: UInt64, _ entries: [Address], _ transaction: WriteTransaction) async throws {
        guard var record = try await register.record(number, withTraces: true), record.state < .recordsGone,
            let named = record.person
        else { return }
        let (person, handle) = (named.id, named.handle)
        let search = IndexSearch(vault: vault)
        let now = vault.clock.now
        transaction.isJournaled = false
        transaction.erasedAt = now
        let others = try await Roster.people(vault).map(\.person).filter { $0 != person }
        let mentions = try await Mentions(transaction: transaction, person: person, handle: handle)
            .remove(from: others)
            .union(EpochErasure(point: point, transaction: transaction).remove(person))
            .union(ShopMentions(point: point, transaction: transaction) { $0 == person }.remove(from: others))
        let left = try await removeOwn(person, transaction)
        // One may have come to lead to somebody else meanwhile.
        transaction.sweep(try await search.entries(at: entries) { $0 == person })
        if record.state == .keysGone {
            // Nothing else leads to these boxes once the keys are gone.
            let gone = try await Tombstones(vault: vault).addresses(of: vault.keys.wrapAddress(of: person))
            let kept = try await search.entries(at: gone.sorted()) { $0 != person }
            transaction.sweep(gone.subtracting(kept))
        }
        try await RemainsOfOthers(vault: vault, transaction: transaction).lead(left, except: person)
        try await transaction.deleteEverywhere(.deeds(of: person))
        try await point.tokens.removeAll(of: person, transaction)
        // By now the handle may be somebody else's.
        if try await transaction.person(handle) == person { transaction.delete(.directory(handle)) }
        try await Roster.vacate(person, in: transaction)
        transaction.removePerson(person)
        let point = point
        transaction.whenWritten({ point.forget(person) }, inDoubt: { point.forget(person) })
        let state = try await KeyDesk(vault: vault).state()
        record.extent =
            record.extent
            ?? Erasure.Extent(
                at: now, records: transaction.deletedCount, mentions: mentions.count,
                older: Erasure.OlderCopies(keyGeneration: state.generation, lastKeyExport: state.exportCounter))
        record.state = .keysGone
        record.changedAt = now
        transaction.erasure = (number, record)
    }

    private func noteRecordsGone(_ number: UInt64) async throws(VaultError) {
        try await vault.exclusively { () async throws(VaultError) in
            guard var record = try await register.record(number, withTraces: true), record.state == .keysGone else {
                return
            }
            record.state = .recordsGone
            record.person = nil
            var batch = SealedBatch()
            try await register.replace(&record, at: number, in: &batch)
            try await erasure.append(batch)
            erasure.index.note(record, at: number)
        }
    }

    /// Deletes what is sealed under the person's own keys, but for the head.
    ///
    /// - Returns: The keys, by nonce, of which other people may have remains.
    private func removeOwn(
        _ person: PersonID, _ transaction: WriteTransaction
    ) async throws -> [UInt64: PurchaseKey] {
        guard let head = try await transaction.head(of: person) else {
            // Damage to a head keeps nobody from being erased.
            for name in try await LostRecords(vault: vault, person: person).names() { transaction.delete(name) }
            return [:]
        }
        let left = try await point.intake.removeAll(of: head, transaction)
        let first = head.historyCount - min(head.historyCount, HistoryWriter.limit)
        for number in first..<head.historyCount { transaction.delete(.history(person, number)) }
        // Older copies hold what was thinned out since, and what was moved by the re-sealing under way.
        transaction.deleteElsewhere((0..<first).map { .history(person, $0) })
        if head.shopCounter > .zero {
            transaction.delete(.shop(person, counter: head.shopCounter))
        } else {
            transaction.deleteElsewhere([.shop(person, counter: .zero)])
        }
        if try await KeyDesk(vault: vault).state().isResealing {
            transaction.deleteElsewhere(Intake.formerPlaces(of: head))
        }
        return left
    }
}
