/// What the auditors' other tools found, as far as the report tells of it.
public struct ReportedFindings: Sendable {
    /// Something that was to be proved.
    public struct Proved: Sendable {
        public let id: String
        public let says: Bilingual
        public let holds: Bool
        /// For one that does not hold.
        public let counterexample: String?

        public init(id: String, says: Bilingual, holds: Bool, counterexample: String?) {
            self.id = id
            self.says = says
            self.holds = holds
            self.counterexample = counterexample
        }
    }

    /// How much of something there is: `1,204 of 1,210`.
    public struct Share: Sendable {
        public let name: Bilingual
        public let part: Int
        public let whole: Int

        public init(_ name: Bilingual, part: Int, whole: Int) {
            self.name = name
            self.part = part
            self.whole = whole
        }
    }

    /// A difference to the other revision.
    public struct Change: Sendable {
        public let isWider: Bool
        public let text: String

        public init(isWider: Bool, text: String) {
            self.isWider = isWider
            self.text = text
        }
    }

    public var proved: [Proved] = []
    /// How many inputs the proof went through.
    public var cellCount = 0
    /// Coverage and mutation score.
    public var shares: [Share] = []
    /// Changed policies that no suite noticed, each with its reason.
    public var survivors: [String] = []
    /// The revision that it was compared with; nothing when it was not.
    public var former: String?
    public var changes: [Change] = []

    public init() {}
}
