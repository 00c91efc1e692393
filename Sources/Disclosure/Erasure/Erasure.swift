public import Domain
import PolicyEngine
@_spi(EnforcementPoint) public import Sealing
import Storage

/// Erases people: keys first, then everything that they opened, then every mention by others.
public struct Erasure: Sendable {
    let point: EnforcementPoint
    private var vault: Vault { point.vault }

    init(point: EnforcementPoint) {
        self.point = point
    }

    /// Against which copies made earlier an erasure holds once they are gone.
    public struct OlderCopies: Sendable, Equatable {
        /// The generation of the root key that wrapped the person's keys.
        public var rootKeyGeneration: UInt32
        /// The counter of the last export of keys before the erasure; zero when there was none.
        public var lastKeyExport: UInt64

        public init(rootKeyGeneration: UInt32 = 1, lastKeyExport: UInt64 = 0) {
            self.rootKeyGeneration = rootKeyGeneration
            self.lastKeyExport = lastKeyExport
        }
    }

    /// What was erased, in numbers.
    public struct Extent: Sendable, Equatable {
        public let at: Instant
        /// Boxes of the person, purchases, settings, history, shop and tokens together.
        public let records: Int
        /// People who had the person in a list or in their history.
        public let mentions: Int
    }

    /// Erases a person, and certifies it.
    ///
    /// Nothing when there is no such person. The salt is told this once and not kept: with it the certificate can be tied
    /// to the handle, without it to nobody.
    public func certified(
        _ handle: Handle, older: OlderCopies
    ) async throws -> (certificate: ErasureCertificate, salt: [UInt8])? {
        let signer = try await signer()
        guard let extent = try await erase(handle) else { return nil }
        let salt = vault.random.bytes(ErasureCertificate.saltByteCount)
        let certificate = ErasureCertificate(
            installation: vault.keys.installationDigest, subject: ErasureCertificate.subject(handle, salt: salt),
            extent: extent, older: older, signer: signer)
        return (certificate, salt)
    }

    /// The key that certificates are signed with, made on first use.
    public func signer() async throws -> SigningKey {
        if let known = vault.keys.signingKey { return known }
        do {
            let address = vault.keys.signingAddress
            if let made = try vault.keys.adoptSigningKey(from: try await vault.keyStore.wraps(at: [address])[0]) {
                var batch = SealedBatch()
                batch.put(made, at: address)
                try await vault.keyStore.commit(batch)
            }
        } catch let error as StorageError {
            throw VaultError.storage(error)
        } catch {
            throw VaultError.unreadable
        }
        guard let signer = vault.keys.signingKey else { throw VaultError.unreadable }
        return signer
    }

    /// Erases everything held about a person; when this returns, nothing of it is in any file.
    ///
    /// Nothing when there is no such person. Interrupted at any point after the keys are gone, it is finished at the next
    /// start.
    public func erase(_ handle: Handle) async throws -> Extent? {
        let now = vault.clock.now
        return try await vault.write { transaction in
            guard let person = try await transaction.person(handle) else { return nil }
            guard let head = try await transaction.head(of: person) else { throw VaultError.unreadable }
            transaction.isJournaled = false
            transaction.erasedAt = now
            let mentions = try await Mentions(transaction: transaction, person: person, handle: handle).remove()
            try await point.intake.removeAll(of: head, transaction)
            try await point.tokens.removeAll(of: person, transaction)
            let first = head.historyCount - min(head.historyCount, HistoryWriter.limit)
            for number in first..<head.historyCount { transaction.delete(.history(person, number)) }
            if head.shopCounter > 0 { transaction.delete(.shop(person, counter: head.shopCounter)) }
            transaction.delete(.directory(handle))
            try await Roster.people.vacate(
                [withUnsafeBytes(of: person.rawValue.littleEndian) { Array($0) }], in: transaction)
            transaction.removePerson(person)
            return Extent(at: now, records: transaction.deletedCount, mentions: mentions)
        }
    }
}
