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

    /// Answers whose shops named the person, or had earned something by them.
    func remove(_ person: PersonID) async throws -> Set<PersonID> {
        let book = point.epochBook
        transaction.whenWritten({ book.forget(person) }, inDoubt: { book.forget(person) })
        let before: EpochState
        do {
            before = try await point.epochBook.state(point)
        } catch VaultError.unreadable {
            // Of epochs that do not open nothing is shown; nor do they keep anybody from being erased.
            for name in Self.names(person) { try await transaction.deleteEverywhere(name) }
            return []
        }
        var state = before
        let sales: [Sale]
        do {
            sales = try await SaleFiling(point: point, transaction: transaction).erased(of: person)
        } catch VaultError.unreadable {
            // What does not open keeps nobody from being erased; what it earned others stays theirs.
            sales = []
        }
        for name in Self.names(person) { try await transaction.deleteEverywhere(name) }
        state.standings[person] = nil
        for shop in state.standings.keys.sorted() where state.standings[shop]?.inviter == person {
            state.standings[shop]?.inviter = nil
        }
        // What the owner could read when it was taken back comes off the next total.
        for sale in sales where sale.shop != person { state.standings[sale.shop]?.carryOver(sale) }
        let changed = try await put(state.standings, changedFrom: before.standings)
        try await removeFromBoard(of: &state) { $0 == person }
        show(state)
        return changed
    }

    private static func names(_ person: PersonID) -> [RecordName] {
        [.visits(of: person), .sales(of: person), .standing(of: person)]
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
        try await removeFromBoard(of: &state) { !there.contains($0) }
        show(state)
    }

    private func removeFromBoard(of state: inout EpochState, _ isGone: (PersonID) -> Bool) async throws {
        guard state.board.contains(where: isGone) else { return }
        state.board.removeAll(where: isGone)
        let name = try await transaction.raised(.epochLog)
        transaction.put(state.encoded(), as: name, with: vault.keys.serviceKey)
    }

    /// Answers whose were written.
    private func put(
        _ standings: [PersonID: BoardStanding], changedFrom before: [PersonID: BoardStanding]
    ) async throws -> Set<PersonID> {
        let changed = standings.filter { $0.value != before[$0.key] }
        for (shop, standing) in changed.sorted(by: { $0.key < $1.key }) {
            guard try await transaction.head(of: shop) != nil else { continue }
            let keys = try await transaction.keys(of: shop)
            let name = try await transaction.raised(.standing(of: shop))
            transaction.put(standing.encoded(), as: name, with: keys.open)
            transaction.touch(shop)
        }
        return Set(changed.keys)
    }

    private func show(_ state: EpochState) {
        let book = point.epochBook
        transaction.whenWritten({ book.set(state) }, inDoubt: { book.set(nil) })
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
