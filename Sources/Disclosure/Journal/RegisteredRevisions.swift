import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

/// Keeps the names of all policy revisions beside the keys, so that no revision ever takes the number of another.
///
/// Consent names a revision by its number. A restored database of records may lack the last revisions: were their numbers
/// given to other ones, what somebody agreed to would be read under a policy that they never saw.
struct RegisteredRevisions {
    let vault: Vault
    let store: any CatalogueStore & PolicyStore

    /// Puts back the names that the store lacks, each with an empty table, under which nothing is disclosed.
    func complete() async throws {
        let register = try await names()
        let stored = try await store.revisions().map(\.name)
        for (known, name) in zip(register, stored) where known != name { throw VaultError.unreadable }
        for name in register.dropFirst(stored.count) {
            _ = try await store.appendRevision(StoredRevision(name: name, table: [], loadedAt: vault.clock.now))
        }
        if stored.count > register.count { try await write(stored) }
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

extension RegisteredRevisions: PolicyStore, CatalogueStore {
    func revisions() async throws(StorageError) -> [StoredRevision] { try await store.revisions() }

    /// The name comes into the register first.
    func appendRevision(_ revision: StoredRevision) async throws(StorageError) -> Int {
        let stored = try await store.revisions().map(\.name)
        if !stored.contains(revision.name) { try await write(stored + [revision.name]) }
        return try await store.appendRevision(revision)
    }

    func categories() async throws(StorageError) -> [Domain.Category] { try await store.categories() }

    func replaceCategories(_ drafts: [CategoryDraft]) async throws(StorageError) -> [Domain.Category] {
        try await store.replaceCategories(drafts)
    }

    func products() async throws(StorageError) -> [Product] { try await store.products() }

    func putProducts(_ drafts: [ProductDraft]) async throws(StorageError) -> [Product] {
        try await store.putProducts(drafts)
    }

    func deleteProduct(_ id: ProductID) async throws(StorageError) { try await store.deleteProduct(id) }
}
