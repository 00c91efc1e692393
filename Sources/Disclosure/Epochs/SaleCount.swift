import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing

/// Counts and settles what was bought through shops and is due at a tick.
///
/// Only purchases that their buyers show to somebody count as sales: what is hidden moves no figure. A commission is made of
/// those alone that their buyers let the owner of the shop see with shop and price: what the owner cannot read moves no total.
struct SaleCount {
    private struct Entry {
        let buyer: PersonID
        let now: [Sale]
        let others: [Sale]
    }

    let point: EnforcementPoint
    let rules: any EpochRules
    let transaction: WriteTransaction
    let moment: EpochMoment
    private var vault: Vault { point.vault }

    init(point: EnforcementPoint, rules: any EpochRules, transaction: WriteTransaction, moment: EpochMoment) {
        self.point = point
        self.rules = rules
        self.transaction = transaction
        self.moment = moment
    }

    func count(
        _ people: [Head], frozen: Set<PersonID>, _ tally: inout EpochTally
    ) async throws -> Settling {
        var settling = Settling(k: point.rulebook.policy.k, frozen: frozen)
        // Nothing is due at any other time.
        guard moment.isMonthTick else { return settling }
        let owners = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
        var entries: [Entry] = []
        for (buyer, sales) in try await sales(of: people) {
            let due = sales.filter { $0.isOpen && $0.due <= moment.end.day.number }
            if due.isEmpty { continue }
            let split = try await split(due, of: buyer, owners)
            tally.count(buyer: buyer, split.counted)
            for sale in split.now { settling.add(sale, of: buyer.id) }
            entries.append(
                Entry(
                    buyer: buyer.id, now: split.now,
                    others: sales.filter { !$0.isOpen || $0.due > moment.end.day.number } + split.later))
        }
        for entry in entries {
            let now = entry.now.compactMap { after($0, settling) }
            try await transaction.put(entry.others + now, of: entry.buyer)
        }
        return settling
    }

    /// What becomes of a sale that is part of a commission; `nil` for one that was taken back and came off a total.
    private func after(_ sale: Sale, _ settling: Settling) -> Sale? {
        var sale = sale
        if settling.isSettled(Settling.Account(shop: sale.shop, currency: sale.total.currency)) {
            if sale.stage == .reversing { return nil }
            sale.stage = .settled
        } else {
            // What too few buyers stand behind waits for the next month.
            if sale.stage == .waiting { sale.stage = .carried }
            sale.due = moment.nextMonthTick.day.number
        }
        return sale
    }

    private func sales(of people: [Head]) async throws(VaultError) -> [(buyer: Head, sales: [Sale])] {
        let names = people.map { RecordName.sales(of: $0.id) }
        let keys = try await vault.ownerKeys(of: people.map(\.id))
        let all = try await vault.counted(names, with: { keys[$0]?.withheld }, [Sale].init)
        return zip(people, all).compactMap { person, sales in sales.map { (person, $0) } }
    }

    private typealias Counted = [(shop: PersonID, product: UInt32, isNamed: Bool)]

    private struct Split {
        var counted: Counted = []
        /// What is part of a commission now.
        var now: [Sale] = []
        /// The sales that wait, and those that are part of no commission.
        var later: [Sale] = []
    }

    /// What counts as sold, what is settled now, and what is not.
    private func split(_ due: [Sale], of buyer: Head, _ owners: [PersonID: Head]) async throws -> Split {
        var split = Split()
        let facts = buyer.consent.sharing == nil ? [] : try await OwnerRecords(open: vault).facts(of: buyer)
        let byNonce = Dictionary(facts.map { ($0.facts.nonce, $0) }) { first, _ in first }
        let held = HeldItems(head: buyer, facts: facts, rulebook: point.rulebook, now: moment.end)
        var builder = VisibleListsBuilder(head: buyer, rulebook: point.rulebook, now: moment.end)
        for sale in due {
            if sale.stage == .reversing {
                split.now.append(sale)
                continue
            }
            // What lies among the withheld is shown to nobody.
            var disclosures: [Disclosure] = []
            var seenByOwner = Disclosure.nothing
            if let fact = byNonce[sale.nonce] {
                disclosures = Audience.others.filter { !held.contains(fact.ordinal, $0) }
                    .map { builder.decision(fact.facts, $0) }
                if sale.stage == .waiting, let day = waits(fact.facts, disclosures) {
                    var sale = sale
                    sale.due = day
                    split.later.append(sale)
                    continue
                }
                let sight = owners[sale.shop].flatMap { OwnerSight(of: $0, in: buyer, at: moment.end) }
                if let sight, !held.contains(fact.ordinal, sight.audience) {
                    seenByOwner = sight.released(builder.decision(fact.facts, sight.audience), fact.facts)
                }
            }
            if sale.stage == .waiting, rules.admits(disclosures) {
                let isNamed = disclosures.contains { $0.shop == .named }
                split.counted.append((sale.shop, sale.product, isNamed))
            }
            if rules.pays(seenByOwner) {
                split.now.append(sale)
            } else {
                var sale = sale
                sale.stage = .unpaid
                split.later.append(sale)
            }
        }
        return split
    }

    /// The day until which a purchase waits that somebody is shown no more exactly than by its quarter.
    ///
    /// What has no time is nothing, so there is nothing coarser that is shown: it waits for nothing, and does not count.
    private func waits(_ facts: PurchaseFacts, _ disclosures: [Disclosure]) -> Int32? {
        guard disclosures.contains(where: { $0.time == .quarter }) else { return nil }
        let release = Instant(seconds: facts.release(.quarter) &* 60)
        guard facts.release(.quarter) < Int64(UInt32.max), release > moment.end else { return nil }
        return moment.release.monthTick(after: release.advanced(bySeconds: -1)).day.number
    }
}

extension Rulebook {
    /// What the owner of a shop earns by a good that was bought through it, in hundredths of a percent: the rate of the
    /// good, or the policy's where the catalogue names none.
    func commissionBasisPoints(of product: UInt32) -> Int {
        good(product)?.product.commissionRate?.value ?? policy.shop.commissionBasisPoints
    }
}
