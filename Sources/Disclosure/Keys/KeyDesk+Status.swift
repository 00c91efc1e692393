import Domain
@_spi(EnforcementPoint) import Sealing
import Storage

extension KeyDesk {
    /// How the keys stand, under the policy of that revision.
    public func status(policy: String) async throws -> KeyStatus {
        let state = try await state()
        let people = try await wraps().map(\.person)
        let pending =
            state.isResealing
            ? try await vault.heads(of: people).count {
                $0.map { $0.value.sealedGeneration < state.generation } ?? true
            }
            : 0
        let header = KeyHierarchy.header(ofGeneration: state.generation)
        return KeyStatus(
            generation: state.generation, isResealing: state.isResealing, isStopped: state.isStopped,
            owners: people.count, pendingOwners: pending,
            records: try await vault.store.count(),
            pendingRecords: try await vault.store.count(notBeginningWith: header),
            isResealingDue: !state.isResealing && !state.policy.isEmpty && state.policy != policy,
            resealingBegunAt: state.resealingBegunAt, resealedAt: state.resealedAt, rotatedAt: state.rotatedAt,
            exportCounter: state.exportCounter, exportedAt: state.exportedAt,
            isExportCurrent: state.exportedAt.map { exported in
                [state.resealedAt, state.resealingBegunAt].allSatisfy { $0.map { $0 < exported } ?? true }
            } ?? false,
            signer: try await signingKey().publicKey, lockedBytes: vault.keys.lockedBytes,
            totalBytes: vault.keys.totalBytes, slots: vault.keys.slots.total, usedSlots: vault.keys.slots.used)
    }

    /// Notes the policy that purchases are distributed by, where none was noted; says whether another is in force.
    public func notePolicy(_ policy: String) async throws -> Bool {
        try await vault.exclusively {
            var state = try await state()
            if state.policy.isEmpty, !state.isResealing {
                state.policy = policy
                var batch = SealedBatch()
                put(state, in: &batch)
                try await commit(batch)
            }
            return state.isResealing || state.policy != policy
        }
    }
}
