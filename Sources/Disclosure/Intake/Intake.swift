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

    /// Puts one purchase; one of the same key is replaced.
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

    /// Puts purchases in one durable write; returns the faults by index, the rest is done.
    ///
    /// `keys` and `people` are those of all drafts, so that what will be needed can be fetched in one go.
    public func put(
        count: Int, keys: [PurchaseKey], people: Set<Handle>, dryRun: Bool = false, draft: (Int) -> PurchaseDraft?
    ) async throws -> [Int: IntakeError] {
        let point = point
        return try await vault.write(dryRun: dryRun) { transaction in
            // A new purchase takes nothing away from anybody; replacing one may.
            transaction.narrows = false
            try await transaction.prefetch(keys.map(RecordName.purchase) + people.map(RecordName.directory))
            try await transaction.prefetchWhatGrows(of: people)
            var faults: [Int: IntakeError] = [:]
            for index in 0..<count {
                guard let draft = draft(index) else { continue }
                do {
                    try await PurchaseWriter(point: point, transaction: transaction).put(draft)
                } catch let error as IntakeError {
                    faults[index] = error
                }
            }
            return faults
        }
    }

    /// Deletes a purchase.
    ///
    /// Does nothing when there is none.
    public func remove(_ key: PurchaseKey) async throws {
        let point = point
        try await vault.write { transaction in
            let writer = PurchaseWriter(point: point, transaction: transaction)
            guard let location = try await writer.location(of: key) else { return }
            try await HoldSettlement(rulebook: point.rulebook, transaction: transaction).settle(location.owner)
            try await writer.remove(key, at: location)
        }
    }

    /// Deletes every purchase of a person, as part of a larger write.
    func removeAll(of head: Head, _ transaction: WriteTransaction) async throws {
        try await removeAll(of: head, OwnerRecords(open: vault), .open, head.open, transaction)
        try await removeAll(of: head, OwnerRecords(withheld: vault), .withheld, head.withheld, transaction)
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
        let facts = try await records.facts(of: head).filter { Int64($0.facts.minute) < limit.minutes }
        let keys = try await records.details(facts.map { .init(owner: head.id, $0) }) { _, purchase in purchase.key }
        let writer = PurchaseWriter(point: point, transaction: transaction)
        for (ordinal, key) in zip(facts.map(\.ordinal), keys) {
            let location = PurchaseLocation(owner: head.id, isWithheld: isWithheld, ordinal: ordinal)
            if let key {
                try await writer.remove(key, at: location, expired: true)
            } else {
                // Details that do not open lead to no key; what else there is goes all the same.
                try await writer.change(location) { $0 = .vacant }
                transaction.delete(.details(head.id, location.keyClass, ordinal))
            }
        }
        return facts.count
    }

    private func removeAll<Class: SealingClass>(
        of head: Head, _ records: OwnerRecords<Class>, _ keyClass: KeyClass, _ ledger: Head.Ledger,
        _ transaction: WriteTransaction
    ) async throws {
        let facts = try await records.facts(of: head)
        let keys = try await records.details(facts.map { .init(owner: head.id, $0) }) { _, purchase in purchase.key }
        for key in keys { if let key { transaction.delete(.purchase(key)) } }
        for ordinal in ledger.ordinals { transaction.delete(.details(head.id, keyClass, ordinal)) }
        for number in ledger.segments { transaction.delete(.segment(head.id, keyClass, number)) }
    }
}
