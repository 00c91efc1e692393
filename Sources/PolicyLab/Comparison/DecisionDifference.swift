/// Cases that two policies decide differently, all in the same way.
public struct DecisionDifference: Sendable, Codable, Hashable {
    /// Ages in whole months.
    public struct AgeSpan: Sendable, Codable, Hashable {
        public let from: Int
        /// The last one; nothing when it has no end.
        public let to: Int?

        public init(from: Int, to: Int?) {
            self.from = from
            self.to = to
        }
    }

    public let direction: Direction
    public let kinds: [String]
    public let audiences: [String]
    /// By id; `unclassified` is what no class was found for.
    public let classes: [String]
    public let ages: [AgeSpan]
    /// Whether the owner opted the class in; nothing when it is the same either way.
    public let isOptedIn: Bool?
    /// Whether it was made as a minor; nothing when it is the same either way.
    public let madeAsMinor: Bool?
    /// Whether it was made in private mode; nothing when it is the same either way.
    public let madeInPrivate: Bool?
    /// Whether a third party is concerned; nothing when it is the same either way.
    public let thirdParty: Bool?
    /// How many cells of the decision space these are.
    public let cells: Int
    /// In the notation of policy files.
    public let before: String
    public let after: String
    /// The rules without which the old policy would have decided otherwise somewhere here.
    public let rulesBefore: [String]
    /// The rules without which the new policy would decide otherwise somewhere here.
    public let rulesAfter: [String]
    /// The classes in words: `every class of tier coarsen`.
    let classWords: String
}
