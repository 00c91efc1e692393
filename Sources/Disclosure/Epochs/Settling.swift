import Domain

/// The commission of one tick: what each owner is due, once a crowd of buyers stands behind it.
///
/// Of the crowd are those who count as buyers in the shop whether or not they hide what they bought, less those who are named
/// to its owner: whoever knows what all the named ones bought still has so many others before them.
struct Settling {
    struct Account: Hashable {
        var shop: PersonID
        var currency: Currency
    }

    struct Due {
        var crowd: Set<PersonID> = []
        /// In ten-thousandths of a minor unit: amounts times their rate in hundredths of a percent.
        var parts: Int128 = 0
    }

    private static let partsOfUnit: Int128 = 10_000

    private var dues: [Account: Due] = [:]
    private let k: Int
    private let frozen: Set<PersonID>

    /// Nothing is told of frozen shops.
    init(k: Int, frozen: Set<PersonID>) {
        self.k = k
        self.frozen = frozen
    }

    /// What is taken back makes nobody one of the crowd.
    mutating func add(_ sale: Sale, of buyer: PersonID, isOfCrowd: Bool) {
        let account = Account(shop: sale.shop, currency: sale.total.currency)
        if isOfCrowd, sale.stage != .reversing { dues[account, default: Due()].crowd.insert(buyer) }
        dues[account, default: Due()].parts += sale.parts
    }

    /// The shops to which something is paid.
    var shops: Set<PersonID> { Set(dues.keys.filter(isSettled).map(\.shop)) }

    /// Whether so many buyers are behind a total that it may be told; otherwise it is carried over.
    func isSettled(_ account: Account) -> Bool {
        !frozen.contains(account.shop) && (dues[account]?.crowd.count ?? 0) >= k
    }

    /// Adds the totals; what is left over by dividing counts next time, so that nothing is ever lost by rounding.
    func settle(_ shop: PersonID, _ moment: EpochMoment, into standing: inout BoardStanding) {
        let accounts = dues.keys.filter { $0.shop == shop && isSettled($0) }
        for account in accounts.sorted(by: { $0.currency.code < $1.currency.code }) {
            let parts = (dues[account]?.parts ?? 0) + Int128(standing.remainders[account.currency.code] ?? 0)
            let (units, rest) = parts.quotientAndRemainder(dividingBy: Self.partsOfUnit)
            standing.remainders[account.currency.code] = rest == 0 ? nil : Int64(rest)
            // A total of nothing would tell that a crowd was there.
            if units == 0 { continue }
            standing.settlements.append(
                BoardStanding.Settlement(
                    epoch: moment.epoch, total: Money(minorUnits: Int64(clamping: units), currency: account.currency)))
        }
        standing.settlements = standing.settlements.suffix(BoardStanding.maximumSettlements)
    }
}
