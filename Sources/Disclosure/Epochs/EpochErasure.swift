import Domain
@_spi(EnforcementPoint) import Sealing

/// Takes a person out of epochs: what they did in shops, what is released of theirs, and where others name them.
struct EpochErasure {
    let point: EnforcementPoint
    let transaction: WriteTransaction
    private var vault: Vault { point.vault }

    init(point: EnforcementPoint, transaction: WriteTransaction) {
        self.point = point
        self.transaction = transaction
    }

    /// Answers how many shops named the person, or had earned something by them.
    func remove(_ person: PersonID) async throws -> Int {
        let before = try await point.epochBook.state(point)
        var state = before
        let sales: [Sale]
        do {
            sales = try await SaleFiling(point: point, transaction: transaction).erased(of: person)
        } catch VaultError.unreadable {
            // What does not open keeps nobody from being erased; what it earned others stays theirs.
            sales = []
        }
        for name in [RecordName.visits(of: person), .sales(of: person), .standing(of: person)] {
            try await transaction.deleteEverywhere(name)
        }
        state.standings[person] = nil
        for shop in state.standings.keys.sorted() where state.standings[shop]?.inviter == person {
            state.standings[shop]?.inviter = nil
        }
        // It comes off the next total that so many buyers stand behind that it says nothing of this one.
        for sale in sales where sale.shop != person { state.standings[sale.shop]?.carryOver(sale) }
        let changed = try await put(state.standings, changedFrom: before.standings)
        if state.board.contains(person) {
            state.board.removeAll { $0 == person }
            let name = try await transaction.raised(.epochLog)
            transaction.put(state.encoded(), as: name, with: vault.keys.serviceKey)
        }
        show(state)
        return changed
    }

    /// Brings an older copy up to what happened since: shops leave the board of the platform, and nobody names as inviter who
    /// is not there any more.
    func catchUp(leftBoard: Set<PersonID>, there: Set<PersonID>) async throws {
        let before = try await point.epochBook.state(point)
        var state = before
        for (shop, standing) in before.standings {
            if leftBoard.contains(shop) { state.standings[shop]?.isOnBoard = false }
            if let inviter = standing.inviter, !there.contains(inviter) { state.standings[shop]?.inviter = nil }
        }
        _ = try await put(state.standings, changedFrom: before.standings)
        show(state)
    }

    /// Answers how many were written.
    private func put(
        _ standings: [PersonID: BoardStanding], changedFrom before: [PersonID: BoardStanding]
    ) async throws -> Int {
        let changed = standings.filter { $0.value != before[$0.key] }
        for (shop, standing) in changed.sorted(by: { $0.key < $1.key }) {
            guard try await transaction.head(of: shop) != nil else { continue }
            let keys = try await transaction.keys(of: shop)
            let name = try await transaction.raised(.standing(of: shop))
            transaction.put(standing.encoded(), as: name, with: keys.open)
            transaction.touch(shop)
        }
        return changed.count
    }

    private func show(_ state: EpochState) {
        let book = point.epochBook
        transaction.whenWritten {
            book.set(state)
        } inDoubt: {
            book.set(nil)
        }
    }
}

extension BoardStanding {
    /// Has a sale that was taken back come off what is settled next.
    mutating func carryOver(_ sale: Sale) {
        let currency = sale.total.currency.code
        let left = Int64(clamping: Int128(remainders[currency] ?? 0) + sale.parts)
        remainders[currency] = left == 0 ? nil : left
    }
}
