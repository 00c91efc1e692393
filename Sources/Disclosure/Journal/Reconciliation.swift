import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing
import Storage
import Synchronization

/// Brings a database of records that is behind the journal to what was acknowledged since.
///
/// It is behind after a restore, after somebody put an older file in its place, and after a kill between the two files.
/// INVARIANT: runs before anything is served, as one write, so that it is done or not done. What cannot be decided is
/// suppressed.
struct Reconciliation {
    let point: EnforcementPoint
    private var vault: Vault { point.vault }
    private var journal: NarrowingJournal { NarrowingJournal(vault: vault) }

    /// People whose records are fetched at once.
    private static let peopleAtOnce = 500

    init(point: EnforcementPoint) {
        self.point = point
    }

    /// Says whether the records were behind.
    ///
    /// Where their own mark cannot be trusted, because single records of another day may stand among them, all that the
    /// journal knows is applied.
    @discardableResult
    func run(trustingMark: Bool) async throws -> Bool {
        let known = try await journal.mark()
        guard let noted = try await vault.counters.mark()?.journal else { throw VaultError.unreadable }
        vault.marks.withLock { marks in
            marks.last = max(known, noted)
            marks.recorded = noted
        }
        let reached = trustingMark ? noted : 0
        guard reached < known else { return false }
        let next = vault.marks.withLock { marks in
            marks.last += 1
            return marks.last
        }
        var batch = SealedBatch()
        journal.put(mark: next, in: &batch)
        do { try await vault.keyStore.append(batch) } catch { throw VaultError.storage(error) }
        try await vault.write { transaction in
            transaction.isJournaled = false
            try await catchUpCatalogue(since: reached)
            let erased = try await Erased(since: reached, vault)
            let (living, keyless) = try await self.listed(erased.subjects, transaction)
            var lost: [PersonID: Set<PersonID>] = [:]
            var leftBoard: Set<PersonID> = []
            for start in stride(from: 0, to: living.count, by: Self.peopleAtOnce) {
                let people = Array(living[start..<min(start + Self.peopleAtOnce, living.count)])
                for (person, floor) in zip(people, try await journal.floors(of: people)) {
                    guard let floor, floor.isNews(to: reached) else { continue }
                    // Who has hidden too much to be judged is not shown to everybody either.
                    if max(floor.leftBoard, floor.prunedThrough) > reached { leftBoard.insert(person) }
                    for friend in try await apply(floor, to: person, since: reached, transaction) {
                        lost[friend, default: []].insert(person)
                    }
                }
            }
            let there = Set(living).union(keyless)
            try await RelationsRepair(transaction: transaction, living: there, erased: erased.subjects).run(lost)
            do {
                try await EpochErasure(point: point, transaction: transaction)
                    .catchUp(leftBoard: leftBoard, there: there)
            } catch VaultError.unreadable {
                // Of epochs that do not open nothing is shown.
            }
            if !erased.addresses.isEmpty { try await erase(erased, living: living, there: there, transaction) }
            try await revoke(living: there, transaction)
            transaction.reached = next
            transaction.touchAll()
        }
        return true
    }

    /// Puts products back into the categories that they had come to lie in when that hid something.
    ///
    /// A taxonomy of another day is no taxonomy: everything is of unknown category, and withheld, until the one of today is
    /// imported again.
    private func catchUpCatalogue(since reached: UInt64) async throws {
        let notes = CatalogueNotes(vault: vault)
        let now = vault.clock.now
        if try await notes.isOutdated(point.rulebook.taxonomy) {
            try await point.rulebooks.replaceTaxonomy([], now: now)
        }
        let changed = try await notes.changes(in: point.rulebook, since: reached)
        if !changed.isEmpty { try await point.rulebooks.put(changed.map(ProductDraft.init), now: now) }
    }

    /// Erases again whom the copy still has: their boxes, the entries that lead to them, and what names them with others.
    private func erase(
        _ erased: Erased, living: [PersonID], there: Set<PersonID>, _ transaction: WriteTransaction
    ) async throws {
        let search = IndexSearch(vault: vault)
        // A handle or an order may be somebody else's by now.
        let kept = try await search.entries(at: erased.addresses.sorted(), leadingTo: there.contains)
        transaction.sweep(erased.addresses.subtracting(kept))
        // Purchases that were gone when their buyer was erased are in no tombstone.
        transaction.sweep(try await search.addresses { !there.contains($0) })
        var named = try await ShopMentions(point: point, transaction: transaction) { !there.contains($0) }
            .remove(from: living)
        let history = HistoryMentions(transaction: transaction) { erased.had($0, vault) }
        for person in living {
            guard let head = try await transaction.head(of: person) else { continue }
            if try await history.remove(from: head) { named.insert(person) }
        }
        if !named.isEmpty { transaction.leavesNothingFreed = true }
    }

    /// Everybody who has keys, and everybody without who was not erased: their keys may be about to be imported.
    ///
    /// Those who were erased are taken from the list.
    private func listed(
        _ erased: Set<Address>, _ transaction: WriteTransaction
    ) async throws -> (living: [PersonID], keyless: [PersonID]) {
        var living: [PersonID] = []
        var keyless: [PersonID] = []
        var gone: [[UInt8]] = []
        let entries = try await Roster.people(vault)
        for start in stride(from: 0, to: entries.count, by: Self.peopleAtOnce) {
            let numbers = entries[start..<min(start + Self.peopleAtOnce, entries.count)]
            let wraps: [SealedBox?]
            do {
                wraps = try await vault.keyStore.wraps(at: numbers.map { vault.keys.wrapAddress(of: $0.person) })
            } catch {
                throw VaultError.storage(error)
            }
            for ((person, entry), wrap) in zip(numbers, wraps) {
                if wrap != nil {
                    living.append(person)
                } else if erased.contains(vault.keys.wrapAddress(of: person)) {
                    gone.append(entry)
                } else {
                    keyless.append(person)
                }
            }
        }
        try await Roster.people.vacate(gone, in: transaction)
        return (living, keyless)
    }

    /// Narrows one person, and answers the friends that they lost by it.
    private func apply(
        _ floor: Floor, to person: PersonID, since mark: UInt64, _ transaction: WriteTransaction
    ) async throws -> Set<PersonID> {
        try await HoldSettlement(rulebook: point.rulebook, transaction: transaction).settle(person)
        guard var head = try await transaction.head(of: person) else { return [] }
        let before = head.standing
        if let standing = floor.standing, standing.mark > mark { head.standing = before.met(standing.value) }
        var sentence = "an older copy of the records was put back; what had been narrowed since was narrowed again"
        if floor.prunedThrough > mark {
            head.consent.sharing = nil
            sentence = "an older copy of the records was put back; too much had been hidden since, so sharing is off"
        }
        if let shop = floor.shop, shop.mark > mark {
            head.shopCounter = head.shopCounter.raised(in: transaction.era)
            let keys = try await transaction.keys(of: person)
            transaction.put(shop.value, as: .shop(person, counter: head.shopCounter), with: keys.open)
        }
        try await HistoryWriter(transaction: transaction).append(
            VisibilityHistory.Entry(
                at: vault.clock.now.description, client: "restore", policy: point.rulebook.policy.revision,
                changes: [sentence]), to: &head)
        transaction.put(head)
        let items = floor.items.filter { $0.value.mark > mark }
        if !items.isEmpty { try await ItemNarrowing(point: point, transaction: transaction).apply(items, to: head) }
        let gone = Set(items.filter(\.value.narrowing.isGone).keys)
        if !gone.isEmpty {
            do {
                try await SaleFiling(point: point, transaction: transaction).withdraw(gone, of: person)
            } catch VaultError.unreadable {
                // Sales that do not open count nowhere.
            }
        }
        return Set(before.friends.keys).subtracting(head.friends.keys)
    }

    private func revoke(living: Set<PersonID>, _ transaction: WriteTransaction) async throws {
        let digests = try await Roster.tokens.entries(vault)
        var gone: [[UInt8]] = []
        for (digest, isRevoked) in zip(digests, try await journal.areRevoked(digests)) {
            guard var token = try await point.tokens.load(TokenDigest(bytes: digest)) else { continue }
            if let person = token.person, !living.contains(person) {
                transaction.deleteCounted(.token(digest))
                gone.append(digest)
            } else if isRevoked, token.revokedAt == nil {
                token.revokedAt = vault.clock.now
                let name = try await transaction.raised(.token(digest))
                transaction.put(token.encoded(), as: name, with: vault.keys.serviceKey)
            }
        }
        try await Roster.tokens.vacate(gone, in: transaction)
    }
}
