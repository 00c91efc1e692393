import Domain
import Sealing
import Storage
import Synchronization

extension Vault {
    /// Boxes that lie beside the keys.
    func keyBoxes(_ names: [RecordName]) async throws(VaultError) -> [SealedBox?] {
        if names.isEmpty { return [] }
        do {
            return try await keyStore.wraps(at: names.map(keys.address))
        } catch {
            throw .storage(error)
        }
    }

    /// Brings everything of a write to the disk.
    ///
    /// Journal and new keys first: a record without its key would be lost and a narrowing without its entry could be undone,
    /// while a key or an entry without its record is harmless. Then the keys of those who are erased, and their boxes last.
    func commit(_ prepared: WriteTransaction.Prepared, _ transaction: WriteTransaction) async throws {
        try note(.prepared)
        var records = prepared.records
        let narrowings = transaction.allNarrowings()
        let isErasure = !transaction.removedPeople.isEmpty
        if narrowings.isEmpty, transaction.revokedTokens.isEmpty, !isErasure {
            try await begin(prepared, beside: prepared.newKeys, &records, reached: transaction.reached)
            try note(.journalled)
            try await finish(
                prepared, records, reached: transaction.reached, leavesNoResidue: transaction.leavesNoResidue,
                leavesNothingFreed: transaction.leavesNothingFreed)
            try await followUp(transaction)
            return
        }
        let journal = NarrowingJournal(vault: self)
        let mark = marks.withLock { marks in
            marks.last += 1
            return marks.last
        }
        let entries = try await journal.entries(
            narrowings, revoked: transaction.isJournaled ? transaction.revokedTokens : [], mark: mark)
        var beside = prepared.newKeys
        for (address, box) in entries.writes { if let box { beside.put(box, at: address) } }
        guard isErasure else {
            try await begin(prepared, beside: beside, &records, reached: mark)
            try note(.journalled)
            try await finish(prepared, records, reached: mark, leavesNoResidue: transaction.leavesNoResidue)
            try await followUp(transaction)
            return
        }
        try await erase(transaction, prepared, records: records, beside: beside, mark: mark)
    }

    /// What must not be on disk before the records are: that they are released, and that the counters of those deleted are
    /// needed no more.
    private func followUp(_ transaction: WriteTransaction) async throws {
        var batch = transaction.afterwards
        for address in transaction.goneCounters { batch.delete(address) }
        if batch.isEmpty { return }
        try await reading { () throws(StorageError) in try await keyStore.append(batch) }
    }

    /// Deletes the keys of people and puts tombstones in their place, and then deletes their records.
    ///
    /// Copies of the deleted bytes may be left in both files until ``ErasureCleaning`` has run; their traces are in the record
    /// of the erasure before anything is deleted.
    private func erase(
        _ transaction: WriteTransaction, _ prepared: WriteTransaction.Prepared, records: SealedBatch,
        beside: SealedBatch, mark: UInt64
    ) async throws {
        let people = transaction.removedPeople.sorted()
        var beside = beside
        for person in people {
            beside.delete(keys.wrapAddress(of: person))
            beside.delete(keys.address(of: .floor(person)))
        }
        for (address, box) in transaction.beside.writes { if let box { beside.put(box, at: address) } }
        for name in transaction.goneBeside { beside.delete(keys.address(of: name)) }
        for address in transaction.goneCounters { beside.delete(address) }
        // One write takes one person away; more than one would share the addresses, which is harmless.
        let gone = (prepared.records.writes.compactMap { $0.value == nil ? $0.key : nil } + transaction.elsewhere)
            .sorted()
        try await Tombstones(vault: self).put(
            people.map(keys.wrapAddress).map {
                Tombstone(subject: $0, erasedAt: transaction.erasedAt ?? clock.now, mark: mark, addresses: gone)
            }, in: &beside)
        if let (number, noted) = transaction.erasure {
            var record = noted
            let former =
                try await reading { () throws(StorageError) in
                    try await keyStore.wraps(at: Array(beside.writes.keys))
                        + store.boxes(at: Array(prepared.records.writes.keys))
                }
            record.traces.formUnion(former.compactMap { $0.flatMap(BoxTrace.init) })
            try await ErasureRegister(self).replace(&record, at: number, in: &beside)
        }
        try note(.journalled)
        var records = records
        try await begin(prepared, beside: beside, &records, reached: mark)
        try note(.keysErased)
        try await reading { () throws(StorageError) in try await store.overwrite(records) }
        try finish(prepared, reached: mark)
    }

    /// Raises the counters, with what else lies beside the keys; the mark of it goes with the records.
    ///
    /// `reached` says how much of the journal the records hold afterwards; nothing when as much as before.
    private func begin(
        _ prepared: WriteTransaction.Prepared, beside: SealedBatch, _ records: inout SealedBatch, reached: UInt64?
    ) async throws(VaultError) {
        let write = try await counters.begin(prepared.raised, beside: beside)
        if prepared.raised.isEmpty, reached == nil { return }
        RecordsMark(write: write, era: counters.era, journal: reached ?? marks.withLock(\.recorded))
            .put(in: &records, keys)
    }

    private func finish(
        _ prepared: WriteTransaction.Prepared, _ records: SealedBatch, reached: UInt64?, leavesNoResidue: Bool,
        leavesNothingFreed: Bool = false
    ) async throws {
        try await reading { () throws(StorageError) in
            if leavesNoResidue {
                try await store.erase(records, compacting: leavesNothingFreed)
            } else {
                try await store.commit(records)
            }
        }
        try finish(prepared, reached: reached)
    }

    /// Takes note that the records are on disk.
    private func finish(_ prepared: WriteTransaction.Prepared, reached: UInt64?) throws {
        counters.finish(prepared.raised)
        if let reached { marks.withLock { $0.recorded = reached } }
        try note(.recorded)
    }

    private func reading<Value>(_ body: () async throws(StorageError) -> Value) async throws(VaultError) -> Value {
        do {
            return try await body()
        } catch {
            throw .storage(error)
        }
    }

    private func note(_ step: CommitStep) throws {
        try observer.withLock(\.self)(step)
    }
}
