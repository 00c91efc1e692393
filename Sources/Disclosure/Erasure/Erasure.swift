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
        /// People who named the person, in a list, in their history, in their visits or by what they bought, and shops that had
        /// earned something by them.
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
        let search = IndexSearch(vault: vault)
        // Before the write, for which others wait.
        let expected = try await vault.person(handle)
        var entries: [Address] = []
        if let expected { entries = try await search.addresses { $0 == expected } }
        let erased = try await vault.write { transaction -> (person: PersonID, extent: Extent)? in
            guard let person = try await transaction.person(handle) else { return nil }
            if person != expected { entries = try await search.addresses { $0 == person } }
            transaction.isJournaled = false
            transaction.erasedAt = now
            let others = try await Roster.people(vault).map(\.person).filter { $0 != person }
            let mentions = try await Mentions(transaction: transaction, person: person, handle: handle)
                .remove(from: others)
                .union(EpochErasure(point: point, transaction: transaction).remove(person))
                .union(
                    ShopMentions(point: point, transaction: transaction) { $0 == person }.remove(from: others))
            try await removeOwn(person, transaction)
            // One may have come to lead to somebody else meanwhile.
            transaction.sweep(try await search.entries(at: entries) { $0 == person })
            try await point.tokens.removeAll(of: person, transaction)
            transaction.delete(.directory(handle))
            try await Roster.vacate(person, in: transaction)
            // What others' records were before they were written anew names the person, too.
            if !mentions.isEmpty { transaction.leavesNothingFreed = true }
            transaction.removePerson(person)
            transaction.whenWritten({ point.forget(person) }, inDoubt: { point.forget(person) })
            let state = try await KeyDesk(vault: vault).state()
            let extent = Extent(
                at: now, records: transaction.deletedCount, mentions: mentions.count,
                older: OlderCopies(keyGeneration: state.generation, lastKeyExport: state.exportCounter))
            return (person, extent)
        }
        guard let erased else { return nil }
        // Of an answer that was under way something may have been kept meanwhile.
        point.forget(erased.person)
        return erased.extent
    }

    /// Deletes what is sealed under the person's own keys, but for the head.
    private func removeOwn(_ person: PersonID, _ transaction: WriteTransaction) async throws {
        guard let head = try await transaction.head(of: person) else {
            // Damage to a head keeps nobody from being erased.
            for name in try await LostRecords(vault: vault, person: person).names() { transaction.delete(name) }
            return
        }
        try await point.intake.removeAll(of: head, transaction)
        let first = head.historyCount - min(head.historyCount, HistoryWriter.limit)
        for number in first..<head.historyCount { transaction.delete(.history(person, number)) }
        // Older copies hold what was thinned out since, and what was moved by the re-sealing under way.
        transaction.deleteElsewhere((0..<first).map { .history(person, $0) })
        if head.shopCounter > .zero {
            transaction.delete(.shop(person, counter: head.shopCounter))
        } else {
            transaction.deleteElsewhere([.shop(person, counter: .zero)])
        }
        if try await KeyDesk(vault: vault).state().isResealing {
            transaction.deleteElsewhere(Intake.formerPlaces(of: head))
        }
    }
}
