public import Domain
public import PolicyEngine

/// What is released of a shop until the next tick, with what its owner chose about it.
public struct BoardStanding: Sendable, Equatable {
    /// Something that a shop reached, told at the tick and not at what brought it about.
    public struct Milestone: Sendable, Equatable {
        public enum Kind: UInt8, Sendable {
            case buyers, tier
        }

        public var kind: Kind
        /// The number of the band or of the tier.
        public var value: UInt8
        /// The instant of the tick.
        public var at: Instant
    }

    /// The band of the buyers of one good in the month released last.
    public struct Good: Sendable, Equatable {
        /// By its number in the catalogue.
        public var product: UInt32
        public var band: UInt8
    }

    /// What an owner earned: a total, without a line, a product or a buyer.
    public struct Settlement: Sendable, Equatable {
        public var epoch: TimeBucket
        public var total: Money
    }

    /// Bands released so far, oldest first; at most as many as anything is made of, beginning with one above the lowest.
    public internal(set) var visitorBands: [UInt8] = []
    public internal(set) var buyerBands: [UInt8] = []
    public internal(set) var invitationBand: UInt8 = 0
    public internal(set) var influence = 0
    public internal(set) var tier = 0
    public internal(set) var milestones: [Milestone] = []
    public internal(set) var goods: [Good] = []
    /// Settled totals never change.
    public internal(set) var settlements: [Settlement] = []
    /// What was left over by dividing, in ten-thousandths of a minor unit, by currency.
    var remainders: [String: Int64] = [:]
    /// The greatest band and tier that were milestones.
    var peakBand: UInt8 = 0
    var peakTier: UInt8 = 0
    /// Whether the owner wants to be on the board of the platform.
    public internal(set) var isOnBoard = false
    /// Whose invitation the shop says it followed.
    public internal(set) var inviter: PersonID?

    static let maximumMilestones = 32
    static let maximumGoods = 100
    static let maximumSettlements = 120

    /// The bands of the last release.
    public var visitorBand: UInt8 { visitorBands.last ?? 0 }
    public var buyerBand: UInt8 { buyerBands.last ?? 0 }

    /// Keeps the last bands; lowest ones before the first of another are as good as none, and would have every shop written
    /// at every tick.
    mutating func trimVisitorBands(to window: Int) {
        visitorBands = Array(visitorBands.suffix(window).drop { $0 == 0 })
    }

    /// What the influence is made of.
    public func explained(_ rules: InfluenceRules) -> Influence {
        Influence(
            visitorBands: visitorBands, buyerBands: buyerBands, invitationBand: invitationBand, rules: rules)
    }
}
