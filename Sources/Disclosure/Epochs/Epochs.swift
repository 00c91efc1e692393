public import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing

/// Counts what happens in shops and releases it once an epoch.
///
/// Every released figure changes at the tick of an epoch and never between. A tick is one durable write: after a crash
/// all of it is there, or none, and it is made again to the same end.
public struct Epochs: Sendable {
    let point: EnforcementPoint
    let rules: any EpochRules
    private var vault: Vault { point.vault }
    private var book: EpochBook { point.epochBook }

    /// Under other rules than those of the service.
    package init(point: EnforcementPoint, rules: any EpochRules = GuardedEpochs()) {
        self.point = point
        self.rules = rules
    }

    public var calendar: EpochCalendar { EpochCalendar(point.rulebooks.release) }

    /// The epoch whose figures are released; nothing before the first tick.
    public func released() async throws(VaultError) -> TimeBucket? { try await book.state(point).done }

    /// What is released of a shop.
    public func standing(of owner: PersonID) async throws(VaultError) -> BoardStanding {
        try await book.state(point).standings[owner] ?? BoardStanding()
    }

    /// What is released of shops, in the same state of things.
    public func standings(of owners: [PersonID]) async throws(VaultError) -> [BoardStanding] {
        let state = try await book.state(point)
        return owners.map { state.standings[$0] ?? BoardStanding() }
    }

    /// The board of the platform as the last tick made it, less those who have taken themselves off since.
    public func board() async throws(VaultError) -> [PersonID] {
        let state = try await book.state(point)
        return state.board.filter { state.standings[$0]?.isOnBoard == true }
    }

    /// What the last epoch told of one person at most: the privacy parameter of every count, in thousandths, and the
    /// number of counts that one person may have changed.
    public func guarantee() async throws(VaultError) -> (epsilonMilli: Int, countsPerPerson: Int)? {
        try await book.state(point).guarantees.last.map { (Int($0.epsilonMilli), Int($0.countsPerPerson)) }
    }

    // MARK: Visits

    /// Notes that a friend looked at a shop's front: once for the epoch, however often.
    ///
    /// Nothing waits for it: it is in memory until ``flush()``. A visit that a crash takes away was acknowledged to nobody.
    public func note(visitor: PersonID, at shop: PersonID) {
        guard visitor != shop else { return }
        let calendar = calendar
        let end = calendar.end(of: calendar.epoch(at: vault.clock.now))
        book.note(visitor: visitor, at: shop, until: end)
    }

    /// Writes the visits down that were noted.
    public func flush() async throws {
        let calendar = calendar
        try await flush(calendar, closedThrough: rules.lastEnded(at: vault.clock.now, calendar))
    }

    /// `last` is the last closed epoch where counting has not begun.
    private func flush(_ calendar: EpochCalendar, closedThrough last: Int64) async throws {
        let visits = book.takeVisits()
        if visits.isEmpty { return }
        do {
            let closed = try await book.state(point).closedUntil ?? calendar.end(of: last)
            let open = calendar.end(of: calendar.epoch(at: closed))
            try await vault.write { transaction in
                transaction.narrows = false
                try await add(visits, after: closed, open: open, transaction)
            }
        } catch {
            book.putBack(visits)
            throw error
        }
    }

    private func add(
        _ noted: [PersonID: Visits], after closed: Instant, open: Instant, _ transaction: WriteTransaction
    ) async throws(VaultError) {
        // Whoever was erased since is named no more.
        let named = Set(noted.keys).union(noted.values.flatMap(\.shops.values).joined())
        let there = Set(try await vault.heads(of: Array(named)).compactMap { $0?.value.id })
        let records = VisitRecords(point: point)
        let visitors = noted.keys.filter(there.contains)
        var all: [(visitor: PersonID, visits: Visits)] = []
        for (visitor, former) in zip(visitors, try await records.visits(of: visitors)) {
            // Visits that do not open are gone: no figure is ever made of what is not known.
            var visits = former ?? Visits()
            // What was counted goes with the next visit, or with the next monthly tick.
            _ = visits.take(through: closed)
            for (end, shops) in noted[visitor]?.shops ?? [:] {
                let left = shops.isSubset(of: there) ? shops : shops.intersection(there)
                // A clock that went back does not bring an epoch back that is closed.
                if !left.isEmpty { visits.add(left, until: max(end, open)) }
            }
            all.append((visitor, visits))
        }
        try await records.put(all, transaction)
    }

    // MARK: Ticks

    /// Makes the ticks that are due, in order, each once.
    ///
    /// The first call ever makes none: it notes where counting begins. Returns how many were made.
    @discardableResult
    public func catchUp() async throws -> Int {
        let calendar = calendar
        let last = rules.lastEnded(at: vault.clock.now, calendar)
        try await flush(calendar, closedThrough: last)
        if try await book.state(point).releasedElsewhere != nil { try await passOver(calendar) }
        guard let closed = try await book.state(point).closedUntil else {
            try await begin(after: calendar.bucket(last))
            return 0
        }
        let first = calendar.epoch(at: closed)
        guard last >= first else { return 0 }
        for epoch in first...last { try await close(epoch, calendar) }
        return Int(last - first + 1)
    }

    private func begin(after last: TimeBucket) async throws {
        try await write { transaction, state in
            // Another call may have begun while this one waited for its turn.
            guard state.done == nil else { return state }
            var state = state
            state.done = last
            try await putLog(state, transaction)
            return state
        }
    }

    private func close(_ epoch: Int64, _ calendar: EpochCalendar) async throws {
        try await write { transaction, state in
            // Another call may have made it while this one waited for its turn.
            guard let closed = state.closedUntil, calendar.epoch(at: closed) == epoch else { return state }
            let tick = EpochTick(point: point, rules: rules, transaction: transaction)
            return try await tick.close(calendar.bucket(epoch), state)
        }
    }

    /// Releases nothing for epochs that figures were released for of which older records know nothing.
    private func passOver(_ calendar: EpochCalendar) async throws {
        try await write { transaction, state in
            guard let released = state.releasedElsewhere else { return state }
            return try await EpochPassing(point: point, transaction: transaction).pass(to: released, calendar, state)
        }
    }

    private func putLog(_ state: EpochState, _ transaction: WriteTransaction) async throws(VaultError) {
        let name = try await transaction.raised(.epochLog)
        transaction.put(state.encoded(), as: name, with: vault.keys.serviceKey)
    }

    // MARK: What owners choose

    /// Puts a shop on the board of the platform from the next tick on, or takes it off at once.
    public func setOnBoard(_ isOnBoard: Bool, of owner: PersonID) async throws {
        try await change(owner, narrows: !isOnBoard) { $0.isOnBoard = isOnBoard }
    }

    /// Says whose invitation a shop followed.
    public func setInviter(_ inviter: PersonID?, of owner: PersonID) async throws {
        try await change(owner, narrows: false) { $0.inviter = inviter == owner ? nil : inviter }
    }

    private func change(_ owner: PersonID, narrows: Bool, _ change: (inout BoardStanding) -> Void) async throws {
        try await write { transaction, state in
            transaction.narrows = narrows
            if narrows { transaction.narrow(boardOf: owner) }
            guard try await transaction.head(of: owner) != nil else { throw PeopleError.unknownPerson }
            var state = state
            var standing = state.standings[owner] ?? BoardStanding()
            change(&standing)
            // Written even if nothing changes: what a write costs must not tell whether a handle names somebody.
            let keys = try await transaction.keys(of: owner)
            let name = try await transaction.raised(.standing(of: owner))
            transaction.put(standing.encoded(), as: name, with: keys.open)
            // A standing without a log would not be found again.
            if state.done == nil, !state.isLost { try await putLog(state, transaction) }
            transaction.touch(owner)
            state.standings[owner] = standing
            state.frozen.remove(owner)
            return state
        }
    }

    /// Writes, and then shows what was written; where it is not known what reached the disk, it is read again.
    private func write(_ body: (WriteTransaction, EpochState) async throws -> EpochState) async throws {
        let book = book
        let point = point
        // The first reading must not run into the write.
        _ = try await book.state(point)
        try await vault.write { transaction in
            transaction.narrows = false
            let former = try await book.state(point)
            var made = try await body(transaction, former)
            if made.done != former.done {
                // Nothing is released where it is not known what was.
                guard !former.isLost else { throw VaultError.unreadable }
                made.mark.until = made.closedUntil
                made.mark.put(in: &transaction.afterwards, vault)
            }
            let shown = made
            transaction.whenWritten {
                book.set(shown)
            } inDoubt: {
                book.set(nil)
            }
        }
    }
}

extension EnforcementPoint {
    /// Visits, sales and what is released of them.
    public var epochs: Epochs { Epochs(point: self) }
}
