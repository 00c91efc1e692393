public import Disclosure

/// What an owner is told of the own shop: bands of the last ticks, and buyers who let themselves be named.
///
/// Sensitivity: for the owner only.
public struct Insights: Encodable, Sendable {
    /// A figure of an epoch.
    public struct Figure: Encodable, Sendable {
        public let epoch: String
        public let people: ExposedCount
    }

    /// A good in the window, or one that was bought through the shop.
    public struct Good: Encodable, Sendable {
        /// Absent for what was bought but is in no slot.
        public let slot: Int?
        public let product: ExposedProduct
        /// Who looked into the shop while it was shown, in the last epoch; for picks.
        public let visitors: ExposedCount?
        /// Who bought it through the shop, in the month released last.
        public let buyers: ExposedCount
    }

    /// A commission: a total, without a line, a product or a buyer.
    public struct Commission: Encodable, Sendable {
        public let epoch: String
        public let amount: Int64
        public let currency: String
    }

    /// What a figure tells of one person at most.
    public struct Guarantee: Encodable, Sendable {
        /// The parameter of differential privacy of every count, in thousandths.
        public let epsilonMilli: Int
        /// How many counts of an epoch one person may have changed, each by one.
        public let countsPerPerson: Int
    }

    public let epoch: String?
    public let visitors: [Figure]
    /// By the month released, newest last.
    public let buyers: [ExposedCount]
    public let goods: [Good]
    /// Purchases whose buyers let the owner see them, with the shop that they came through.
    ///
    /// Visitors are never named: no policy speaks of visits.
    public let named: [ExposedItem]
    /// Shops with influence that say they followed this one's invitation.
    public let invitations: ExposedCount
    public let commissions: [Commission]
    public let guarantee: Guarantee?
    public let policy: String
}
