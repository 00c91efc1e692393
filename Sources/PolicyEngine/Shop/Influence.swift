/// The influence of a shop, term by term: a function of released bands and of nothing else.
///
/// Each term is the average (visitors) or the sum (buyers, invited shops) of its bands, times its weight, and at most its
/// cap: `influence = min(Cv, Wv · Σv / window) + min(Cb, Wb · Σb) + min(Ci, Wi · i)`, in whole numbers.
public struct Influence: Sendable, Equatable {
    /// One part, as it is explained to the owner.
    public struct Term: Sendable, Equatable {
        /// The bands that it is made of, oldest first.
        public var bands: [UInt8]
        /// Over how many releases the sum of the bands is divided.
        public var divisor: Int
        public var weight: Int
        public var cap: Int
        public var points: Int
    }

    public let visitors: Term
    public let buyers: Term
    public let invitations: Term

    /// Made of the bands that were released, oldest first; those outside the window do not count.
    public init(visitorBands: [UInt8], buyerBands: [UInt8], invitationBand: UInt8, rules: InfluenceRules) {
        visitors = Self.term(
            Array(visitorBands.suffix(rules.window)), over: rules.window, rules.weights.visitors, rules.caps.visitors)
        buyers = Self.term(
            Array(buyerBands.suffix(rules.settlements)), over: 1, rules.weights.buyers, rules.caps.buyers)
        invitations = Self.term([invitationBand], over: 1, rules.weights.invitations, rules.caps.invitations)
    }

    public var points: Int { visitors.points + buyers.points + invitations.points }

    private static func term(_ bands: [UInt8], over divisor: Int, _ weight: Int, _ cap: Int) -> Term {
        let sum = bands.reduce(0) { $0 + Int($1) }
        return Term(
            bands: bands, divisor: divisor, weight: weight, cap: cap, points: min(cap, weight * sum / max(1, divisor)))
    }
}
