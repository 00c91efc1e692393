import Domain
@_spi(EnforcementPoint) public import Sealing
public import Storage

/// Looks after the keys: rotation, re-sealing, exports.
public struct KeyDesk: Sendable {
    let vault: Vault

    init(vault: Vault) {
        self.vault = vault
    }

    /// Takes in what lies beside the wraps, and finds out what became of the last write.
    ///
    /// Says whether the records are those that the counters belong to; if not, the counters were found out from them.
    func prepare(_ origin: RecordsOrigin) async throws(VaultError) -> Bool {
        let service = try await beside([vault.keys.serviceAddress])[0]
        do {
            try vault.keys.adoptServiceKeys(from: service)
        } catch {
            throw .unreadable
        }
        guard try await state().generation == vault.keys.generation else { throw .unreadable }
        try await vault.counters.settle()
        guard vault.counters.areApart, origin != .withoutKeys else { return true }
        try await Recount(vault: vault).run(trustingMark: origin == .backup)
        return false
    }

    /// The key that exports and certificates are signed with; made when it is first asked for.
    public func signingKey() async throws(VaultError) -> SigningKey {
        if let known = vault.keys.signingKey { return known }
        let address = vault.keys.signingAddress
        let found = try await beside([address])[0]
        do {
            if let made = try vault.keys.adoptSigningKey(from: found) {
                var batch = SealedBatch()
                batch.put(made, at: address)
                try await vault.keyStore.append(batch)
            }
        } catch let error as StorageError {
            throw .storage(error)
        } catch {
            throw .unreadable
        }
        guard let key = vault.keys.signingKey else { throw .unreadable }
        return key
    }

    func state() async throws(VaultError) -> KeyState {
        guard let box = try await beside([vault.keys.address(of: .keyState)])[0] else { return KeyState() }
        do {
            return try vault.keys.opened(box, as: .keyState, with: vault.keys.keeperKey, KeyState.init)
        } catch {
            throw .unreadable
        }
    }

    /// The oldest generation that records may be sealed under, and whose keys are there.
    public func oldestGeneration() async throws(VaultError) -> UInt32 { try await state().oldestGeneration }

    /// The same for keys of which nothing else was opened yet.
    public static func oldestGeneration(of keys: KeyHierarchy, in store: any KeyStore) async throws -> UInt32 {
        guard let box = try await store.wraps(at: [keys.address(of: .keyState)])[0] else {
            return KeyState().oldestGeneration
        }
        return try keys.opened(box, as: .keyState, with: keys.keeperKey, KeyState.init).oldestGeneration
    }

    func put(_ state: KeyState, in batch: inout SealedBatch) {
        batch.put(
            vault.keys.seal(state.encoded(), as: .keyState, with: vault.keys.keeperKey),
            at: vault.keys.address(of: .keyState))
    }

    /// Everybody there is, with the wrap of their keys; those without are left out.
    func wraps() async throws(VaultError) -> [(person: PersonID, wrap: SealedBox)] {
        let people = try await Roster.people(vault).map(\.person)
        let wraps = try await beside(people.map(vault.keys.wrapAddress))
        return zip(people, wraps).compactMap { person, wrap in wrap.map { (person, $0) } }
    }

    func beside(_ addresses: [Address]) async throws(VaultError) -> [SealedBox?] {
        do {
            return try await vault.keyStore.wraps(at: addresses)
        } catch {
            throw .storage(error)
        }
    }

    func commit(_ batch: SealedBatch) async throws(VaultError) {
        do {
            try await vault.keyStore.commit(batch)
        } catch {
            throw .storage(error)
        }
    }
}
