import Domain
public import Sealing
import Storage

extension KeyDesk {
    /// Wraps everything under a new root key, in one write; readers go on meanwhile.
    ///
    /// Returns how many owners there are. When it throws, the old root is in force, unless the disk says otherwise: the
    /// caller keeps both until ``opens(under:)`` has told which.
    public func rotate(
        to root: borrowing RootKey, observer: StepObserver = { _ in }
    ) async throws -> Int {
        guard vault.keys.prepareRotation(to: root) else { throw KeyDeskError.rotating }
        return try await vault.exclusively { try await rewrap(observer) }
    }

    private func rewrap(_ observer: StepObserver) async throws -> Int {
        let keys = vault.keys
        do {
            let wraps = try await wraps()
            var batch = SealedBatch()
            batch.put(keys.rewrappedSeed(), at: KeyHierarchy.seedAddress)
            for (person, wrap) in wraps {
                batch.put(try keys.rewrapped(wrap, of: person), at: keys.wrapAddress(of: person))
            }
            if let service = try await beside([keys.serviceAddress])[0] {
                batch.put(try keys.rewrappedService(service), at: keys.serviceAddress)
            }
            var state = try await state()
            state.rotatedAt = vault.clock.now
            put(state, in: &batch)
            try observer(.rewrapped)
            try await commit(batch)
            try observer(.rotated)
            keys.completeRotation()
            return wraps.count
        } catch {
            // Which root the disk is under is told by the seed.
            if let seed = try? await beside([KeyHierarchy.seedAddress])[0], keys.isUnderNextRoot(seed) {
                keys.completeRotation()
            } else {
                keys.abandonRotation()
            }
            throw error
        }
    }
}
