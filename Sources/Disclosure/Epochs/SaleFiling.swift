import Domain
import PolicyEngine
@_spi(EnforcementPoint) import Sealing

/// Files what comes through shops until it is counted and settled, with its buyer.
struct SaleFiling {
    let point: EnforcementPoint
    let transaction: WriteTransaction
    private var vault: Vault { point.vault }

    init(point: EnforcementPoint, transaction: WriteTransaction) {
        self.point = point
        self.transaction = transaction
    }

    /// The shop in which a purchase was counted, whatever became of it; nothing for one that was not.
    func counted(_ nonce: UInt64, of buyer: PersonID) async throws -> PersonID? {
        try await transaction.sales(of: buyer)?.last { $0.nonce == nonce && $0.stage != .waiting }?.shop
    }

    /// Files a purchase under the monthly tick at which its month is told.
    ///
    /// One that was counted in this shop before it was corrected is settled, and counts no second time.
    func file(
        _ facts: PurchaseFacts, shop: PersonID, total: Money, of buyer: PersonID, counted: PersonID?
    ) async throws {
        if facts.flags.contains(.returned) || shop == buyer { return }
        var sale = Sale(
            shop: shop, nonce: facts.nonce, product: facts.product, total: total,
            basisPoints: UInt32(clamping: point.rulebook.commissionBasisPoints(of: facts.product)),
            due: try await due(facts.release(.month)))
        if counted == shop { sale.stage = .carried }
        try await change(of: buyer) { sales in
            // What was settled, taken back, and is told again as it was, is settled.
            if let index = sales.firstIndex(where: { $0.stage == .reversing && $0.isSame(as: sale) }) {
                sales[index].stage = .settled
            } else {
                sales.append(sale)
            }
        }
    }

    /// Takes a purchase back: out of what waits, or, when it was settled, off what is settled next.
    func withdraw(_ nonces: Set<UInt64>, of buyer: PersonID) async throws {
        let next = try await nextMonthTick().day.number
        try await change(of: buyer) { sales in
            sales.removeAll { nonces.contains($0.nonce) && ($0.stage == .waiting || $0.stage == .carried) }
            for index in sales.indices where nonces.contains(sales[index].nonce) && sales[index].stage == .settled {
                sales[index].stage = .reversing
                sales[index].due = next
            }
        }
    }

    /// Forgets purchases that are kept no longer; what was settled of them stays settled.
    func forget(_ nonces: Set<UInt64>, of buyer: PersonID) async throws {
        try await change(of: buyer) { sales in
            sales.removeAll { nonces.contains($0.nonce) && $0.stage != .reversing }
        }
    }

    /// Forgets what came through shops whose owners are gone; says whether anything did.
    func forget(shops isGone: (PersonID) -> Bool, of buyer: PersonID) async throws -> Bool {
        try await change(of: buyer) { sales in sales.removeAll { isGone($0.shop) } }
    }

    /// What comes off later totals when a buyer is erased: all that was settled, and what was to be taken back.
    func erased(of buyer: PersonID) async throws -> [Sale] {
        let sales = try await transaction.sales(of: buyer) ?? []
        return sales.filter { $0.stage == .settled || $0.stage == .reversing }.map { sale in
            var sale = sale
            sale.stage = .reversing
            return sale
        }
    }

    /// Sales that do not open count nowhere and stay as they are: they must not be replaced by what is new alone, nor keep
    /// anybody from buying.
    @discardableResult
    private func change(of buyer: PersonID, _ change: (inout [Sale]) -> Void) async throws -> Bool {
        guard let before = try await transaction.sales(of: buyer) else { return false }
        var after = before
        change(&after)
        if after == before { return false }
        try await transaction.put(after, of: buyer)
        return true
    }

    /// The first monthly tick that is not released yet.
    private func nextMonthTick() async throws -> Instant {
        let release = point.rulebooks.release
        var from = vault.clock.now
        let state = try await point.epochBook.state(point)
        for end in [state.closedUntil, state.mark.until] { if let end { from = max(from, end) } }
        return release.monthTick(after: from)
    }

    /// The day of the first monthly tick at or after a release; of the next one when that is past.
    private func due(_ minute: Int64) async throws -> Int32 {
        let next = try await nextMonthTick()
        guard minute < Int64(UInt32.max) else { return next.day.number }
        let tick = point.rulebooks.release.monthTick(after: Instant(seconds: minute * 60 - 1))
        return max(tick, next).day.number
    }
}
