/// How a shop's influence is made, term by term.
///
/// Sensitivity: for the owner only; it follows from released bands.
public struct InfluenceStatement: Encodable, Sendable {
    /// `points = min(cap, weight · sum of bands / divisor)`, rounded down.
    public struct Term: Encodable, Sendable {
        public let name: String
        public let bands: [Int]
        public let divisor: Int
        public let weight: Int
        public let cap: Int
        public let points: Int
    }

    public let epoch: String?
    public let influence: Int
    public let tier: Int
    public let slots: Int
    /// The influence from which on the shop is of the next tier; absent at the highest.
    public let nextTierFrom: Int?
    public let terms: [Term]
    public let policy: String
}
