import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing

/// Closes one epoch: counts what happened in it, and says what is released from now on.
struct EpochTick {
    let point: EnforcementPoint
    let rules: any EpochRules
    let transaction: WriteTransaction
    private var vault: Vault { point.vault }

    func close(_ epoch: TimeBucket, _ state: EpochState) async throws -> EpochState {
        let policy = point.rulebook.policy
        let begin = max(Instant(seconds: epoch.startMinute * 60), state.closedUntil ?? epoch.end)
        let moment = EpochMoment(
            epoch: epoch, begin: begin, release: policy.release, noiseEra: state.mark.noiseEra)
        let people = try await people()
        var tally = EpochTally(
            keys: vault.keys, rules: rules, influence: policy.shop.influence, moment: moment,
            people: people)
        try await countVisits(of: people, after: state.closedUntil, &tally)
        let settlement = try await SaleCount(point: point, rules: rules, transaction: transaction, moment: moment)
            .count(people, frozen: state.frozen, &tally)
        var new = state
        new.done = epoch
        new.guarantees.append(tally.guarantee)
        if new.guarantees.count > EpochState.keptGuarantees { new.guarantees.removeFirst() }
        let there = Set(people.map(\.id))
        var former = state.standings.filter { there.contains($0.key) }
        // Bands of epochs of another size are no measure for these.
        if let done = state.done, done.size != epoch.size {
            for shop in former.keys { former[shop]?.visitorBands = [] }
        }
        new.standings = try await standings(former, &tally, settlement, of: there.subtracting(state.frozen))
        new.board = Self.board(new.standings, vault.keys)
        new.guarantees[new.guarantees.count - 1].released = UInt32(clamping: tally.released)
        transaction.put(new.encoded(), as: try await transaction.raised(.epochLog), with: vault.keys.serviceKey)
        return new
    }

    private func people() async throws(VaultError) -> [Head] {
        try await vault.heads(of: try await point.people.all()).compactMap { $0?.value }
    }

    /// Visits that were counted are left where they are until their visitor makes another, or until the monthly tick.
    ///
    /// Writing all of them anew at every tick would take longer than everything else. None is counted twice: those of epochs
    /// that are closed are past.
    private func countVisits(of people: [Head], after closed: Instant?, _ tally: inout EpochTally) async throws {
        let records = VisitRecords(point: point)
        var taken: [(visitor: PersonID, visits: Visits)] = []
        for (visitor, visits) in zip(people, try await records.visits(of: people.map(\.id))) {
            guard var visits else { continue }
            let former = closed.map { visits.take(through: $0) } ?? []
            let shops = visits.take(through: tally.moment.end)
            if !shops.isEmpty { tally.count(visitor: visitor, Array(shops)) }
            if !shops.isEmpty || !former.isEmpty { taken.append((visitor.id, visits)) }
        }
        if tally.moment.isMonthTick { try await records.put(taken, transaction) }
    }

    /// The next standing of every shop that has one or had somebody in it.
    private func standings(
        _ former: [PersonID: BoardStanding], _ tally: inout EpochTally, _ settlement: Settling,
        of people: Set<PersonID>
    ) async throws -> [PersonID: BoardStanding] {
        var invited: [PersonID: Int] = [:]
        for (shop, standing) in former where standing.tier > 0 {
            guard let inviter = standing.inviter, tally.counts(invited: shop, by: inviter) else { continue }
            invited[inviter, default: 0] += 1
        }
        var standings = former
        let shops = Set(former.keys).union(tally.shops).union(settlement.shops).union(invited.keys)
            .intersection(people).sorted()
        var changed: [PersonID] = []
        for shop in shops {
            let old = former[shop]
            var new = old ?? BoardStanding()
            tally.release(shop, invited: invited[shop] ?? 0, k: point.rulebook.policy.k, into: &new)
            settlement.settle(shop, tally.moment, into: &new)
            if new == old ?? BoardStanding() || (old == nil && !new.tellsAnything) { continue }
            if new.milestones != old?.milestones ?? [] { transaction.touch(shop) }
            standings[shop] = new
            changed.append(shop)
        }
        let names = try await transaction.raised(changed.map(RecordName.standing))
        let keys = try await vault.ownerKeys(of: changed)
        for (index, shop) in changed.enumerated() {
            guard let standing = standings[shop], let keys = keys[index] else { throw VaultError.unreadable }
            transaction.put(standing.encoded(), as: names[index], with: keys.open)
        }
        return standings
    }

    /// The places of those who want to be seen; who are level stand in the order of a digest, which never changes.
    private static func board(_ standings: [PersonID: BoardStanding], _ keys: KeyHierarchy) -> [PersonID] {
        let listed = standings.filter { $0.value.isOnBoard && $0.value.influence > 0 }
        let ranked = listed.map { (person: $0.key, influence: $0.value.influence, tie: BoardOrder.tie($0.key, keys)) }
        return ranked.sorted { ($1.influence, $0.tie) < ($0.influence, $1.tie) }.prefix(EpochState.boardPlaces)
            .map(\.person)
    }
}

/// The order of shops of the same influence.
enum BoardOrder {
    static func tie(_ shop: PersonID, _ keys: KeyHierarchy) -> UInt64 {
        let number = withUnsafeBytes(of: shop.rawValue.littleEndian) { Array($0) }
        return keys.digest(.tie, [Array("board".utf8), number]).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
