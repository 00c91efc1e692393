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

    /// The sale of a purchase that was counted, whatever became of it; `nil` for one that was not.
    func counted(_ nonce: UInt64, of buyer: PersonID) async throws -> Sale? {
        try await transaction.sales(of: buyer)?.last { $0.nonce == nonce && $0.stage != .waiting }
    }

    /// Files a purchase under the monthly tick at which its month is told.
    ///
    /// One that was counted in this shop before it was corrected is settled, and counts no second time; one that was
    /// decided to be part of no total, or is part of one that nothing comes off, is part of no other.
    func file(
        _ facts: PurchaseFacts, shop: PersonID, total: Money, of buyer: PersonID, counted: Sale?
    ) async throws {
        if facts.flags.contains(.returned) || shop == buyer { return }
        var sale = Sale(
            shop: shop, nonce: facts.nonce, product: facts.product, total: total,
            basisPoints: UInt32(clamping: point.rulebook.commissionBasisPoints(of: facts.product)),
            due: try await due(facts.release(.month)))
        try await change(of: buyer) { sales in
            // What was settled, taken back, and is told again as it was, is settled.
            if let index = sales.firstIndex(where: { $0.stage == .reversing && $0.isSame(as: sale) }) {
                sales[index].stage = .settled
                return
            }
            if let counted, counted.shop == shop {
                let comesOff = sales.contains { $0.nonce == sale.nonce && $0.stage == .reversing }
                sale.stage = counted.stage == .carried || comesOff ? .carried : .unpaid
            }
            sales.append(sale)
        }
    }

    /// Takes purchases back that are gone, and of which it is not known who saw them: no later total tells of them.
    func withdraw(_ nonces: Set<UInt64>, of buyer: PersonID) async throws {
        try await change(of: buyer) { sales in
            sales.removeAll { nonces.contains($0.nonce) && $0.stage != .reversing }
        }
    }

    /// Takes a purchase back: out of what waits, or, when it was settled, off what is settled next.
    ///
    /// It comes off only where the owner of the shop could read it until now. Otherwise a total would tell that what is
    /// hidden since was taken back. Holds must be noted with the facts, see ``HoldSettlement``.
    func withdraw(_ facts: PurchaseFacts, isWithheld: Bool, of buyer: PersonID) async throws {
        let settled = try await transaction.sales(of: buyer)?.first { $0.nonce == facts.nonce && $0.stage == .settled }
        guard let settled, !isWithheld, try await isSeen(facts, by: settled.shop, of: buyer) else {
            return try await withdraw([facts.nonce], of: buyer)
        }
        let next = try await nextMonthTick().day.number
        try await change(of: buyer) { sales in
            sales.removeAll { $0.nonce == facts.nonce && $0.stage != .settled && $0.stage != .reversing }
            for index in sales.indices where sales[index].nonce == facts.nonce && sales[index].stage == .settled {
                sales[index].stage = .reversing
                sales[index].due = next
            }
        }
    }

    private func isSeen(_ facts: PurchaseFacts, by shop: PersonID, of buyer: PersonID) async throws -> Bool {
        let now = vault.clock.now
        guard let head = try await transaction.head(of: buyer), let owner = try await transaction.head(of: shop),
            let sight = OwnerSight(of: owner, in: head, at: now)
        else { return false }
        let isHeld = facts.hold.until > now && facts.hold.audiences & HeldItems.bit(sight.audience) != 0
        if isHeld { return false }
        let disclosure = VisibleListsBuilder.decision(
            facts, head: head, audience: sight.audience, rulebook: point.rulebook, now: now)
        return GuardedEpochs().pays(sight.released(disclosure, facts))
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

    /// What comes off later totals although its buyer is erased: what was to be taken back.
    ///
    /// What was settled stays settled, as it does when a buyer hides it, blocks the owner or ends the friendship: otherwise
    /// a total would tell which of these it was.
    func erased(of buyer: PersonID) async throws -> [Sale] {
        try await transaction.sales(of: buyer)?.filter { $0.stage == .reversing } ?? []
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
