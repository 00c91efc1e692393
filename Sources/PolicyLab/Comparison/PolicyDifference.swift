public import Domain
public import PolicyEngine

/// What becomes wider and what narrower between two policies.
///
/// Everything that could make anything more visible counts as wider; so does what cannot be compared. What raising some
/// goods by their titles does to the others of the same form depends on the catalogue: that is counted over a data
/// directory only.
public struct PolicyDifference: Sendable, Codable, Equatable {
    /// The revisions.
    public let before: String
    public let after: String
    /// How many cells were compared.
    public let cells: Int
    /// Cases decided otherwise, put together.
    public let decisions: [DecisionDifference]
    public let hiding: [HidingDifference]
    public let classes: [ClassDifference]
    public let classification: [ClassificationDifference]
    public let terms: [TermDifference]
    public let settings: [SettingDifference]

    /// Compares everything that decides; nodes are those of the taxonomy.
    public init(from old: Policy, to new: Policy, taxonomy: Taxonomy) {
        let comparison = DecisionComparison(old: old, new: new)
        before = old.revision
        after = new.revision
        cells = comparison.space.count
        decisions = comparison.differences()
        hiding = HidingComparison(old: old, new: new).differences()
        classes = ClassDifference.all(from: old, to: new)
        classification = ClassificationComparison(old: old, new: new, taxonomy: taxonomy).differences()
        terms = TermComparison(old: old, new: new).differences()
        settings = SettingComparison(old: old, new: new).differences()
    }

    private var directions: [Direction] {
        decisions.map(\.direction) + hiding.map(\.direction) + classes.map(\.direction)
            + classification.map(\.direction) + terms.map(\.direction) + settings.map(\.direction)
    }

    /// All changes together.
    public var direction: Direction { directions.reduce(.neutral) { $0.joined(with: $1) } }

    /// Whether anything may become more visible.
    public var widens: Bool { directions.contains(where: \.widens) }

    /// Whether nothing was found to differ.
    public var isEmpty: Bool { directions.isEmpty }

    public func verdict(allowingWidening: Bool) -> Verdict {
        widens && !allowingWidening ? .wideningFound : .passed
    }
}
