public import Domain
@_spi(EnforcementPoint) import Sealing
import Synchronization

/// A draft that waits for its turn; it is taken once.
private final class Waiting: Sendable {
    private let draft: Mutex<PurchaseDraft?>

    init(_ draft: consuming PurchaseDraft) { self.draft = Mutex(draft) }

    func take() -> PurchaseDraft? { draft.withLock { $0.take() } }
}

/// Takes purchases in, replaces and deletes them.
///
/// Every purchase is named by its key, so sending it again changes nothing.
public struct Intake: Sendable {
    let point: EnforcementPoint
    private var vault: Vault { point.vault }

    init(point: EnforcementPoint) {
        self.point = point
    }

    /// Puts one purchase; one of the same key is replaced, and may change its buyer.
    ///
    /// What was narrowed of the key stays so, whoever the buyer is. A return is undone only by the status *bought*.
    public func put(_ draft: consuming PurchaseDraft) async throws {
        let (key, handle) = (draft.key, draft.buyer)
        guard let buyer = try await vault.person(handle) else { throw IntakeError.unknownBuyer }
        let (point, waiting) = (point, Waiting(draft))
        try await vault.write(of: buyer) { transaction in
            transaction.narrows = false
            try await transaction.prefetch([.purchase(key), .directory(handle)])
            guard let draft = waiting.take() else { throw VaultError.unreadable }
            try await PurchaseWriter(point: point, transaction: transaction).put(draft)
        }
    }

    /// Puts purchases in one durable write.
    ///
    /// `keys` and `people` are those of all drafts, so that what will be needed can be fetched in one go.
    ///
    /// Unless it `reassigns`, a purchase of another buyer is refused. Unless it `undoesReturns`, what was returned stays so,
    /// whatever the status. Returns the faults by index; the rest is done.
    public func put(
        count: Int, keys: [PurchaseKey], people: Set<Handle>, reassigns: Bool = true,
        undoesReturns: Bool = false, dryRun: Bool = false, draft: (Int) -> PurchaseDraft?
    ) async throws -> [Int: IntakeError] {
        let point = point
        return try await vault.write(dryRun: dryRun) { transaction in
            // A new purchase takes nothing away from anybody; replacing one may.
            transaction.narrows = false
            try await transaction.prefetch(keys.map(RecordName.purchase) + people.map(RecordName.directory))
            try await transaction.prefetchWhatGrows(of: people)
            let writer = PurchaseWriter(
                point: point, transaction: transaction, reassigns: reassigns, undoesReturns: undoesReturns)
            var faults: [Int: IntakeError] = [:]
            for index in 0..<count {
                guard let draft = draft(index) else { continue }
                do {
                    try await writer.put(draft)
                } catch let error as IntakeError {
                    faults[index] = error
                }
            }
            return faults
        }
    }

    /// Deletes a purchase; what was narrowed of it is kept with its key.
    ///
    /// Does nothing when there is none.
    public func remove(_ key: PurchaseKey) async throws {
        let point = point
        try await vault.write { transaction in
            let writer = PurchaseWriter(point: point, transaction: transaction)
            guard let location = try await writer.location(of: key), try await !writer.facts(at: location).isGone
            else { return }
            try await HoldSettlement(rulebook: point.rulebook, transaction: transaction).settle(location.owner)
            try await writer.remove(key, at: location)
        }
    }

    /// Deletes every purchase of a person and what remains of those that are gone, as part of a larger write.
    ///
    /// Returns the keys, by nonce, of which other people may have remains.
    func removeAll(of head: Head, _ transaction: WriteTransaction) async throws -> [UInt64: PurchaseKey] {
        let open = try await removeAll(of: head, OwnerRecords(open: vault), .open, head.open, transaction)
        let withheld = try await removeAll(
            of: head, OwnerRecords(withheld: vault), .withheld, head.withheld, transaction)
        return open.merging(withheld) { first, _ in first }
    }

    /// Where purchases may have lain before they were sealed anew.
    static func formerPlaces(of head: Head) -> [RecordName] {
        [(head.open, KeyClass.open), (head.withheld, .withheld)].flatMap { ledger, keyClass -> [RecordName] in
            let segments = 0..<Int(ledger.base)
            let ordinals = 0..<ledger.base * UInt32(Segment.capacity)
            return segments.map { .segment(head.id, keyClass, $0) } + ordinals.map { .details(head.id, keyClass, $0) }
        }
    }

    /// Deletes the purchases made before an instant, withheld ones included; answers how many.
    func removeAll(
        of head: Head, before limit: Instant, _ transaction: WriteTransaction
    ) async throws -> Int {
        try await remove(of: head, OwnerRecords(open: vault), isWithheld: false, before: limit, transaction)
            + remove(of: head, OwnerRecords(withheld: vault), isWithheld: true, before: limit, transaction)
    }

    private func remove<Class: SealingClass>(
        of head: Head, _ records: OwnerRecords<Class>, isWithheld: Bool, before limit: Instant,
        _ transaction: WriteTransaction
    ) async throws -> Int {
        let facts = try await records.readFacts(of: head).facts.filter { Int64($0.facts.minute) < limit.minutes }
        let keys = try await records.keys(facts.map { .init(owner: head.id, $0) })
        let writer = PurchaseWriter(point: point, transaction: transaction)
        var left: [UInt64: PurchaseKey] = [:]
        for (fact, key) in zip(facts, keys) {
            let location = PurchaseLocation(owner: head.id, isWithheld: isWithheld, ordinal: fact.ordinal)
            if try await writer.expire(key, at: location) { left[fact.facts.nonce] = key }
        }
        try await RemainsOfOthers(vault: vault, transaction: transaction).lead(left, except: head.id)
        return facts.count { !$0.facts.isGone }
    }

    private func removeAll<Class: SealingClass>(
        of head: Head, _ records: OwnerRecords<Class>, _ keyClass: KeyClass, _ ledger: Head.Ledger,
        _ transaction: WriteTransaction
    ) async throws -> [UInt64: PurchaseKey] {
        let facts = try await records.readFacts(of: head).facts
        let keys = try await records.keys(facts.map { .init(owner: head.id, $0) })
        let writer = PurchaseWriter(point: point, transaction: transaction)
        var left: [UInt64: PurchaseKey] = [:]
        for ((ordinal, fact), key) in zip(facts, keys) {
            let location = PurchaseLocation(owner: head.id, isWithheld: keyClass == .withheld, ordinal: ordinal)
            guard let key, try await writer.leads(key, to: location, fact) else { continue }
            transaction.delete(.purchase(key))
            if fact.flags.contains(.elsewhere) { left[fact.nonce] = key }
        }
        for ordinal in ledger.ordinals { transaction.delete(.details(head.id, keyClass, ordinal)) }
        for number in ledger.segments { transaction.delete(.segment(head.id, keyClass, number)) }
        return left
    }
}
