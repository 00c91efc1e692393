public import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing
import Storage

/// Erases people: keys first, then everything that they opened, then every mention by others.
public struct Erasure: Sendable {
    let point: EnforcementPoint
    private var vault: Vault { point.vault }

    init(point: EnforcementPoint) {
        self.point = point
    }

    /// Against which copies made earlier an erasure holds once they are gone.
    struct OlderCopies: Sendable, Equatable {
        /// The generation of the person's keys.
        var keyGeneration: UInt32
        /// The counter of the last export of keys before the erasure; zero when there was none.
        var lastKeyExport: UInt64
    }

    /// What was erased, in numbers.
    public struct Extent: Sendable, Equatable {
        public let at: Instant
        /// Boxes of the person, purchases, settings, history, shop and tokens together.
        public let records: Int
        /// People who had the person in a list or in their history, and shops that had earned something by them.
        public let mentions: Int
        let older: OlderCopies
    }

    /// Erases a person, and certifies it.
    ///
    /// Nothing when there is no such person. The salt is told this once and not kept: with it the certificate can be tied
    /// to the handle, without it to nobody.
    public func certified(
        _ handle: Handle
    ) async throws -> (certificate: ErasureCertificate, salt: [UInt8])? {
        let signer = try await KeyDesk(vault: vault).signingKey()
        guard let extent = try await erase(handle) else { return nil }
        let salt = vault.random.bytes(ErasureCertificate.saltByteCount)
        let certificate = ErasureCertificate(
            installation: vault.keys.installationDigest, subject: ErasureCertificate.subject(handle, salt: salt),
            extent: extent, older: extent.older, signer: signer)
        return (certificate, salt)
    }

    /// Erases everything held about a person; when this returns, nothing of it is in any file.
    ///
    /// Nothing when there is no such person. Interrupted at any point after the keys are gone, it is finished at the next
    /// start.
    public func erase(_ handle: Handle) async throws -> Extent? {
        let now = vault.clock.now
        let point = point
        return try await vault.write { transaction in
            guard let person = try await transaction.person(handle) else { return nil }
            guard let head = try await transaction.head(of: person) else { throw VaultError.unreadable }
            transaction.isJournaled = false
            transaction.erasedAt = now
            let mentions =
                try await Mentions(transaction: transaction, person: person, handle: handle).remove()
                + EpochErasure(point: point, transaction: transaction).remove(person)
            try await point.intake.removeAll(of: head, transaction)
            try await point.tokens.removeAll(of: person, transaction)
            let first = head.historyCount - min(head.historyCount, HistoryWriter.limit)
            for number in first..<head.historyCount { transaction.delete(.history(person, number)) }
            if head.shopCounter > .zero { transaction.delete(.shop(person, counter: head.shopCounter)) }
            transaction.delete(.directory(handle))
            try await Roster.vacate(person, in: transaction)
            // What others' lists were before they were written anew names the person, too.
            if mentions > 0 { transaction.leavesNothingFreed = true }
            transaction.removePerson(person)
            transaction.whenWritten({ point.forget(person) }, inDoubt: { point.forget(person) })
            let state = try await KeyDesk(vault: vault).state()
            return Extent(
                at: now, records: transaction.deletedCount, mentions: mentions,
                older: OlderCopies(keyGeneration: state.generation, lastKeyExport: state.exportCounter))
        }
    }
}
