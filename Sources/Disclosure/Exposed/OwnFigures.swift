/// What is held about a person's shop for the boards, and about what the person did in shops of others.
///
/// Sensitivity: for the owner only. What is left over of commissions is not in it: it moves when a buyer is erased.
public struct OwnFigures: Encodable, Sendable {
    public struct Milestone: Encodable, Sendable {
        /// `buyers` or `tier`.
        public let kind: String
        public let value: Int
        /// RFC 3339 in UTC.
        public let at: String
    }

    public struct Good: Encodable, Sendable {
        /// The id of the product; absent when it is in the catalogue no more.
        public let product: String?
        public let buyerBand: Int
    }

    public struct Commission: Encodable, Sendable {
        public let epoch: String
        public let amount: Int64
        public let currency: String
    }

    /// Looks into shops in an epoch that is not closed yet.
    public struct Visit: Encodable, Sendable {
        public let epoch: String
        /// Those of them in the person's own lists.
        public let shops: [String]
    }

    /// A purchase through a shop, as it counts there.
    ///
    /// Whether it was settled is not told: that says how many others bought there.
    public struct Sale: Encodable, Sendable {
        /// Absent unless it is in the person's own lists.
        public let shop: String?
        public let product: String?
        public let amount: Int64
        public let currency: String
        public let commissionBasisPoints: Int
        /// `waiting` for its monthly tick, or `counted`.
        public let stage: String
    }

    public let onBoard: Bool
    /// Absent unless it is in the person's own lists.
    public let invitedBy: String?
    /// By epoch, newest last.
    public let visitorBands: [Int]
    /// By month, newest last.
    public let buyerBands: [Int]
    public let invitationBand: Int
    public let influence: Int
    public let tier: Int
    public let milestones: [Milestone]
    public let goods: [Good]
    public let commissions: [Commission]
    public let visits: [Visit]
    public let sales: [Sale]
}
