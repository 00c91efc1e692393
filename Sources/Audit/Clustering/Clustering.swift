import Domain

/// What a thief of one copy ties together by the order in which it was written: purchases to their owners, by the transactions
/// in the log.
///
/// A transaction that writes a purchase also writes something else of its owner, whose address returns with every other
/// purchase of theirs. So the purchases in a log fall into as many groups as there are buyers.
public struct Clustering: Sendable, Encodable, Equatable {
    /// The share of purchases that may be tied in a copy that was taken while the directory was served.
    public static let limit = 0.02

    /// Transactions in the log of the records that wrote a box.
    public let transactions: Int
    /// Transactions in the log of the keys that did.
    public let keyTransactions: Int
    /// Pages that the indexes of the logs name beyond what the logs hold.
    public let leftoverPages: Int
    /// All purchases.
    public let purchases: Int
    /// Those that a transaction in the log has written.
    public let loggedPurchases: Int
    /// Those of them that it places beside boxes of so few people that their owner is guessed better than by chance.
    public let tiedPurchases: Int
    /// How often the owner of a purchase is guessed when the most frequent one is named always.
    public let baseRate: Double

    /// The share of all purchases that are tied.
    public var share: Double { Attempt.share(tiedPurchases, purchases) }

    public var isHarmless: Bool { share <= Self.limit && leftoverPages == 0 }

    /// Ties every purchase to the people of whom its transaction wrote something besides.
    init(
        records: [Set<Address>], keys: [Set<Address>], leftoverPages: Int, truths: [Address: BoxTruth]
    ) {
        let owners = truths.values.filter { $0.kind == .details }.compactMap(\.owner)
        let most = Dictionary(grouping: owners) { $0 }.values.map(\.count).max() ?? 0
        let base = Attempt.share(most, owners.count)
        var logged: Set<Address> = []
        var tied: Set<Address> = []
        for transaction in records {
            let known = transaction.compactMap { truths[$0] }
            let beside = Set(known.filter { ![.details, .purchaseIndex].contains($0.kind) }.compactMap(\.owner))
            for purchase in known where purchase.kind == .details {
                logged.insert(purchase.address)
                guard let owner = purchase.owner, beside.contains(owner) else { continue }
                if Attempt.share(1, beside.count) > base + Attempt.margin { tied.insert(purchase.address) }
            }
        }
        transactions = records.count
        keyTransactions = keys.count
        self.leftoverPages = leftoverPages
        purchases = owners.count
        loggedPurchases = logged.count
        tiedPurchases = tied.count
        baseRate = base
    }
}

extension Clustering {
    /// For people.
    var text: String {
        """
        tied to their owners by what was written together
          \(transactions) transactions in the log of the records, \(keyTransactions) in that of the keys, \(leftoverPages) \
        pages left over in their indexes
          \(loggedPurchases) of \(purchases) purchases were written by them, \(tiedPurchases) are tied \
        (\(AuditReport.percent(share).trimmingPrefix(while: \.isWhitespace)), limit \
        \(AuditReport.percent(Self.limit).trimmingPrefix(while: \.isWhitespace))); knowing nothing an owner is guessed for \
        \(AuditReport.percent(baseRate).trimmingPrefix(while: \.isWhitespace))
        """
    }

    var finding: String {
        "\(tiedPurchases) of \(purchases) purchases are tied to their owners by \(transactions) transactions in the log"
            + (leftoverPages > 0 ? ", and \(leftoverPages) pages are left over in its index" : "")
    }
}
