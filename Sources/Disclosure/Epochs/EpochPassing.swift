import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing

/// Passes over epochs whose figures were released before older records were put back.
///
/// What these records hold of that time was counted, and told, as far as it was there: it counts in no later figure, and is part
/// of no later total, since the difference of two totals over nearly the same buyers would tell of the few who differ.
struct EpochPassing {
    let point: EnforcementPoint
    let transaction: WriteTransaction
    private var vault: Vault { point.vault }

    func pass(to released: Instant, _ calendar: EpochCalendar, _ state: EpochState) async throws -> EpochState {
        // Visits of that time count nowhere from now on: they are older than what is closed.
        try await closeSales(through: released)
        var new = state
        if let begin = state.closedUntil {
            let epochs = Int(calendar.epoch(at: released.advanced(bySeconds: -1)) - calendar.epoch(at: begin)) + 1
            let months = monthTicks(after: begin, through: released, calendar)
            for shop in state.standings.keys.sorted() {
                guard let old = state.standings[shop], try await transaction.head(of: shop) != nil else { continue }
                let standing = passed(old, epochs: epochs, months: months)
                if standing == old { continue }
                let keys = try await transaction.keys(of: shop)
                let name = try await transaction.raised(.standing(of: shop))
                transaction.put(standing.encoded(), as: name, with: keys.open)
                new.standings[shop] = standing
            }
        }
        new.done = TimeBucket(size: .day, endingAt: released.minutes)
        let name = try await transaction.raised(.epochLog)
        transaction.put(new.encoded(), as: name, with: vault.keys.serviceKey)
        return new
    }

    /// Of the epochs that are passed over nothing is known: their bands are the lowest.
    private func passed(_ old: BoardStanding, epochs: Int, months: Int) -> BoardStanding {
        guard let influence = point.rulebook.policy.shop.influence else { return old }
        var new = old
        let zeros = { (count: Int) in [UInt8](repeating: 0, count: count) }
        new.visitorBands += zeros(min(epochs, influence.window))
        new.trimVisitorBands(to: influence.window)
        if months > 0 {
            let bands = old.buyerBands + zeros(min(months, influence.settlements))
            new.buyerBands = bands.suffix(influence.settlements)
            new.goods = []
        }
        new.influence = new.explained(influence).points
        new.tier = influence.tier(of: new.influence)
        return new
    }

    private func monthTicks(after begin: Instant, through end: Instant, _ calendar: EpochCalendar) -> Int {
        let release = point.rulebook.policy.release
        var count = 0
        var tick = release.monthTick(after: begin)
        while tick <= end {
            count += 1
            tick = release.monthTick(after: tick)
        }
        return count
    }

    /// Whether a total that was lost was made of them is not known: what is taken back of them moves no later one.
    private func closeSales(through end: Instant) async throws {
        let people = try await point.people.all()
        let keys = try await vault.ownerKeys(of: people)
        let found = try await vault.counted(people.map(RecordName.sales), with: { keys[$0]?.withheld }, [Sale].init)
        for (buyer, sales) in zip(people, found) {
            guard let sales else { continue }
            let closed = sales.compactMap { sale -> Sale? in
                guard sale.isOpen, sale.due <= end.day.number else { return sale }
                if sale.stage == .reversing { return nil }
                var sale = sale
                sale.stage = .unpaid
                return sale
            }
            if closed == sales { continue }
            try await transaction.put(closed, of: buyer)
        }
    }
}
