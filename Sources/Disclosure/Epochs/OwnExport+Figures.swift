import Domain
@_spi(EnforcementPoint) import Sealing

extension OwnExport {
    /// What epochs hold of a person; `friends` has the handles that may be named.
    func figures(of head: Head, friends: [PersonID: String]) async throws(VaultError) -> OwnFigures {
        let standing = try await point.epochs.standing(of: head.id)
        let size = point.epochs.calendar.size
        let rulebook = point.rulebook
        let vault = point.vault
        let keys = try await vault.ownerKeys(of: head.id)
        var visits =
            try await vault.counted(
                [.visits(of: head.id)], with: { _ in keys?.withheld }, Visits.init)[0] ?? Visits()
        if let closed = try await point.epochBook.state(point).closedUntil { _ = visits.take(through: closed) }
        let sales = try await vault.counted([.sales(of: head.id)], with: { _ in keys?.withheld }, [Sale].init)[0] ?? []
        return OwnFigures(
            onBoard: standing.isOnBoard, invitedBy: standing.inviter.flatMap { friends[$0] },
            visitorBands: standing.visitorBands.map(Int.init), buyerBands: standing.buyerBands.map(Int.init),
            invitationBand: Int(standing.invitationBand), influence: standing.influence, tier: standing.tier,
            milestones: standing.milestones.map {
                OwnFigures.Milestone(kind: "\($0.kind)", value: Int($0.value), at: $0.at.description)
            },
            goods: standing.goods.map {
                OwnFigures.Good(product: rulebook.productID($0.product)?.text, buyerBand: Int($0.band))
            },
            commissions: standing.settlements.map {
                OwnFigures.Commission(
                    epoch: $0.epoch.description, amount: $0.total.minorUnits, currency: $0.total.currency.code)
            },
            visits: visits.shops.sorted { $0.key < $1.key }.map { end, shops in
                OwnFigures.Visit(
                    epoch: TimeBucket(size: size, endingAt: end.minutes).description,
                    shops: shops.compactMap { friends[$0] }.sorted())
            },
            sales: sales.filter { $0.stage != .reversing }.map { sale in
                OwnFigures.Sale(
                    shop: friends[sale.shop], product: rulebook.productID(sale.product)?.text,
                    amount: sale.total.minorUnits, currency: sale.total.currency.code,
                    commissionBasisPoints: Int(sale.basisPoints), stage: sale.stage == .waiting ? "waiting" : "counted")
            })
    }
}
