/// How released figures of shops are made: who counts, the bands, the noise, and the influence made of them.
public struct InfluenceRules: Sendable, Equatable, Codable {
    /// What influence is made of.
    public struct Parts: Sendable, Equatable, Codable {
        public var visitors: Int
        public var buyers: Int
        public var invitations: Int

        public init(visitors: Int, buyers: Int, invitations: Int) {
            self.visitors = visitors
            self.buyers = buyers
            self.invitations = invitations
        }
    }

    /// From how much influence on a shop is of a tier, and the slots that it then has.
    public struct Tier: Sendable, Equatable, Codable {
        public var from: Int
        public var slots: Int

        public init(from: Int, slots: Int) {
            self.from = from
            self.slots = slots
        }
    }

    /// Epochs over which the bands of visitors are averaged.
    public var window: Int
    /// Monthly releases over which the bands of buyers are added.
    public var settlements: Int
    /// Days that a friendship must have lasted before the friend counts.
    public var agedDays: Int
    /// In how many shops one person counts as a visitor in an epoch, and as a buyer in a month.
    public var shopsPerPerson: Int
    /// The privacy parameter of every single count, in thousandths.
    public var epsilonMilli: Int
    public var visitorBands: CountBands
    public var buyerBands: CountBands
    public var invitationBands: CountBands
    /// Points for each band.
    public var weights: Parts
    /// The most points that a part may bring.
    public var caps: Parts
    /// By rising influence; the first begins at zero.
    public var tiers: [Tier]

    /// The noise that every count gets.
    public var noise: DiscreteLaplace {
        DiscreteLaplace(numerator: UInt64(epsilonMilli), denominator: 1_000)
    }

    /// The number of the tier of an influence; the first is zero.
    public func tier(of influence: Int) -> Int {
        max(0, tiers.count { $0.from <= influence } - 1)
    }

    /// How many slots a shop of a tier has.
    public func slots(forTier tier: Int) -> Int {
        tiers[min(max(tier, 0), tiers.count - 1)].slots
    }
}
