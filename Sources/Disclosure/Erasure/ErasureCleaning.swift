import Domain
import Storage

/// Leaves no trace in the files of what erasures deleted and replaced.
struct ErasureCleaning {
    let erasure: Erasure
    private var vault: Vault { erasure.vault }
    private var register: ErasureRegister { erasure.register }

    /// Brings an erasure whose records are gone to ``ErasureState/clean``, and every other one of which that is true.
    ///
    /// Both files are written anew, since nobody knows which older versions lie in freed space; then the traces are looked for.
    /// Runs beside other writes, which wait for each file while it is rebuilt.
    func run(_ number: UInt64) async throws {
        await erasure.index.cleaning.acquire()
        defer { erasure.index.cleaning.release() }
        // Somebody may have cleaned for this one, too.
        guard try await register.record(number)?.state == .recordsGone else { return }
        var due: Set<UInt64> = []
        var traces: Set<BoxTrace> = []
        for (number, entry) in try await erasure.index.all(register) where entry.state == .recordsGone {
            guard let record = try await register.record(number, withTraces: true), record.state == .recordsGone else {
                continue
            }
            due.insert(number)
            traces.formUnion(record.traces)
        }
        do {
            try await vault.keyStore.removeResidue(of: traces, rebuilding: true)
            try await vault.store.removeResidue(of: traces, rebuilding: true)
        } catch {
            throw VaultError.storage(error)
        }
        let former = try await noteClean(due)
        do {
            try await vault.keyStore.removeResidue(of: former, rebuilding: false)
        } catch {
            throw VaultError.storage(error)
        }
    }

    /// Returns the traces of what these records were before: they still held where the directory had led to the person.
    private func noteClean(_ numbers: Set<UInt64>) async throws(VaultError) -> Set<BoxTrace> {
        try await vault.exclusively { () async throws(VaultError) -> Set<BoxTrace> in
            var batch = SealedBatch()
            var records: [UInt64: ErasureRecord] = [:]
            var former: Set<BoxTrace> = []
            for number in numbers {
                guard var record = try await register.record(number) else { continue }
                record.state = .clean
                record.changedAt = vault.clock.now
                record.entry = nil
                former.formUnion(try await register.replace(&record, at: number, in: &batch))
                records[number] = record
            }
            try await erasure.append(batch)
            for (number, record) in records { erasure.index.note(record, at: number) }
            return former
        }
    }
}
