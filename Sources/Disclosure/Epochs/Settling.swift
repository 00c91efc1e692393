import Domain

/// The commission of one tick: what each owner is due of purchases that the owner can read anyway.
///
/// A total is told once `k` buyers stand behind it, so that what remains of it, when one of them hides a purchase later, is
/// never the price of that one alone.
struct Settling {
    struct Account: Hashable {
        var shop: PersonID
        var currency: Currency
    }

    struct Due {
        var buyers: Set<PersonID> = []
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

    /// What is taken back puts no buyer behind a total.
    mutating func add(_ sale: Sale, of buyer: PersonID) {
        let account = Account(shop: sale.shop, currency: sale.total.currency)
        if sale.stage != .reversing { dues[account, default: Due()].buyers.insert(buyer) }
        dues[account, default: Due()].parts += sale.parts
    }

    /// The shops to which something is paid.
    var shops: Set<PersonID> { Set(dues.keys.filter(isSettled).map(\.shop)) }

    /// Whether so many buyers are behind a total that it may be told; otherwise it is carried over.
    func isSettled(_ account: Account) -> Bool {
        !frozen.contains(account.shop) && (dues[account]?.buyers.count ?? 0) >= k
    }

    /// Adds the totals; what is left over by dividing counts next time, so that nothing is ever lost by rounding.
    func settle(_ shop: PersonID, _ moment: EpochMoment, into standing: inout BoardStanding) {
        let accounts = dues.keys.filter { $0.shop == shop && isSettled($0) }
        for account in accounts.sorted(by: { $0.currency.code < $1.currency.code }) {
            let parts = (dues[account]?.parts ?? 0) + Int128(standing.remainders[account.currency.code] ?? 0)
            let (units, rest) = parts.quotientAndRemainder(dividingBy: Self.partsOfUnit)
            standing.remainders[account.currency.code] = rest == 0 ? nil : Int64(rest)
            // A total of nothing says nothing.
            if units == 0 { continue }
            standing.settlements.append(
                BoardStanding.Settlement(
                    epoch: moment.epoch, total: Money(minorUnits: Int64(clamping: units), currency: account.currency)))
        }
        standing.settlements = standing.settlements.suffix(BoardStanding.maximumSettlements)
    }
}
