import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

/// Keeps the names of all policy revisions beside the keys, so that no revision ever takes the number of another.
///
/// Consent names a revision by its number. A restored database of records may lack the last revisions: were their numbers
/// given to other ones, what somebody agreed to would be read under a policy that they never saw.
struct RevisionRegister {
    let vault: Vault
    let store: any PolicyStore

    /// Makes register and store agree, before anything is decided under a revision that one of them lacks.
    ///
    /// The store gets the names that it lacks, each with an empty table, under which nothing is disclosed.
    func complete() async throws(VaultError) {
        let register = try await names()
        let stored: [String]
        do {
            stored = try await store.revisions().map(\.name)
            for (known, name) in zip(register, stored) where known != name { throw VaultError.unreadable }
            for name in register.dropFirst(stored.count) {
                _ = try await store.appendRevision(
                    StoredRevision(name: name, table: [], memory: [], loadedAt: vault.clock.now))
            }
            if stored.count > register.count { try await write(stored) }
        } catch let error as VaultError {
            throw error
        } catch let error as StorageError {
            throw .storage(error)
        } catch {
            throw .unreadable
        }
    }

    func names() async throws(VaultError) -> [String] {
        guard let box = try await vault.keyBoxes([.revisionRegister])[0] else { return [] }
        let names = vault.open(box, as: .revisionRegister, with: vault.keys.keeperKey) {
            (bytes) throws(RecordFormatError) in
            var cursor = RecordCursor()
            return try cursor.list(in: bytes) { (cursor) throws(RecordFormatError) in try cursor.text(in: bytes) }
        }
        guard let names else { throw .unreadable }
        return names
    }

    private func write(_ names: [String]) async throws(StorageError) {
        var writer = RecordWriter()
        writer.put(names) { $0.put($1) }
        var batch = SealedBatch()
        NarrowingJournal(vault: vault).put(writer.bytes, as: .revisionRegister, in: &batch)
        try await vault.keyStore.append(batch)
    }
}
