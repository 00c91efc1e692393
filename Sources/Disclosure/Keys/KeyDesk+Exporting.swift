import Domain
@_spi(EnforcementPoint) public import Sealing
import Storage

extension KeyDesk {
    /// Everything that opens the records, sealed to a public key and signed; the counter rises first.
    public func export(to recipient: [UInt8]) async throws -> (bytes: [UInt8], counter: UInt64, owners: Int) {
        _ = try await signingKey()
        return try await vault.exclusively {
            let keys = vault.keys
            var state = try await state()
            state.exportCounter += 1
            state.exportedAt = vault.clock.now
            let wraps = try await wraps()
            let bytes = try keys.export(
                owners: wraps, service: try await beside([keys.serviceAddress])[0], state: state.encoded(),
                counter: state.exportCounter, at: vault.clock.now, to: recipient)
            var batch = SealedBatch()
            put(state, in: &batch)
            try await commit(batch)
            return (bytes, state.exportCounter, wraps.count)
        }
    }

    /// Takes in the keys of an export, all or none, after everything was checked.
    ///
    /// Who was erased since stays so: by the tombstones, or, with `recounting`, because nobody but the list of everybody
    /// knows any more who there is. That says that the write counters are lost, too, as when the database of keys is made
    /// anew; then they are found out from the records. Returns how many owners were taken in. Errors: ``KeyDeskError``.
    public func take(_ export: KeyExport, recounting: Bool) async throws -> Int {
        let keys = vault.keys
        guard keys.isOrigin(of: export) else { throw KeyDeskError.otherInstallation }
        return try await vault.exclusively {
            var state = try await state()
            guard export.counter >= state.exportCounter else {
                throw KeyDeskError.olderExport(counter: export.counter, newest: state.exportCounter)
            }
            guard !state.isResealing else { throw KeyDeskError.resealing }
            let exported: KeyState
            let bytes = export.state
            do { exported = try KeyState(bytes.span) } catch { throw VaultError.unreadable }
            guard exported.generation >= state.generation else {
                throw KeyDeskError.olderGeneration(exported.generation, current: state.generation)
            }
            let rotatedAt = state.rotatedAt
            if recounting || exported.generation > state.generation { state = exported }
            state.rotatedAt = rotatedAt ?? exported.rotatedAt
            state.exportCounter = export.counter
            state.exportedAt = export.madeAt
            var batch = SealedBatch()
            let service = keys.serviceWrap(from: export)
            if let service { batch.put(service, at: keys.serviceAddress) }
            batch.put(keys.signingBox(from: export), at: keys.signingAddress)
            put(state, in: &batch)
            let before = try await beside([keys.serviceAddress])[0]
            try keys.adoptServiceKeys(from: service ?? before)
            var taken: Set<PersonID> = []
            do {
                if recounting { try await Recount(vault: vault).countRosters() }
                let listed = Set(try await Roster.people(vault).map(\.person))
                let erased = try await Tombstones(vault: vault).subjects()
                for (person, wrap) in try keys.wraps(from: export)
                where listed.contains(person) && !erased.contains(keys.wrapAddress(of: person)) {
                    batch.put(wrap, at: keys.wrapAddress(of: person))
                    taken.insert(person)
                }
                try await refuseIncomplete(listed, taken, erased)
                try await commit(batch)
            } catch {
                try keys.adoptServiceKeys(from: before)
                throw error
            }
            vault.forgetAll()
            if recounting { try await Recount(vault: vault).run() }
            return taken.count
        }
    }

    /// Everybody who is listed must have keys afterwards.
    private func refuseIncomplete(
        _ listed: Set<PersonID>, _ taken: Set<PersonID>, _ erased: Set<Address>
    ) async throws {
        let people = listed.subtracting(taken).sorted()
        let addresses = people.map(vault.keys.wrapAddress)
        let wraps = try await beside(addresses)
        let heads = try await vault.boxes(people.map { .head($0) })
        var missing = 0
        for index in people.indices
        where wraps[index] == nil && heads[index] != nil && !erased.contains(addresses[index]) {
            missing += 1
        }
        guard missing == 0 else { throw KeyDeskError.incomplete(missing: missing) }
    }
}
