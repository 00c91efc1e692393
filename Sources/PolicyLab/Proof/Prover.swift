public import Domain
public import PolicyEngine

/// Holds a policy against its invariants, over every input that there is.
///
/// The decision space is finite, so nothing is sampled and no solver is asked: each input is decided once, by the code
/// that serves, and each claim is then checked by something simpler than what it checks.
public struct Prover: Sendable {
    private let set: PolicySet
    private let taxonomy: Taxonomy
    private let earlier: [Policy]
    private let table: DecisionTable
    private let labels: ShownLabels?

    /// Takes the taxonomy whose nodes are classified, and other revisions among which consent may have been given.
    public init(_ set: PolicySet, taxonomy: Taxonomy, earlier: [Policy] = []) {
        self.init(set, taxonomy: taxonomy, earlier: earlier, table: set.policy.table)
    }

    /// Holds another table against the rules than the one compiled from them, or other labels than the policy's.
    init(
        _ set: PolicySet, taxonomy: Taxonomy, earlier: [Policy] = [], table: DecisionTable, labels: ShownLabels? = nil
    ) {
        self.set = set
        self.taxonomy = taxonomy
        self.earlier = earlier
        self.table = table
        self.labels = labels
    }

    public func proof() -> Proof {
        let ages = set.invariants.compactMap(\.given.ages).flatMap { [$0.lowerBound, $0.upperBound] }
        let subject = ProofSubject(
            policy: set.policy, taxonomy: taxonomy, table: table, labels: labels, earlier: earlier,
            overlays: Set(set.overlays.map(\.location.file)), ages: ages.filter { $0 < Int.max })
        let outcomes = set.invariants.map { invariant in
            let finding = Self.finding(invariant, subject)
            return Proof.Outcome(
                invariant: invariant, cases: finding.cases, counterexample: finding.counterexample)
        }
        return Proof(
            revision: set.policy.revision, outcomes: outcomes, cells: subject.space.count,
            nodes: taxonomy.categories.count)
    }

    private static func finding(_ invariant: Invariant, _ subject: ProofSubject) -> Finding {
        switch invariant.claim {
        case .holds(let property):
            return finding(property, subject)
        case .notTelling(let promise):
            return TellingProof(subject: subject, promise: promise).finding()
        case .compare(let change, let relation):
            return spoken(
                ComparisonProof(subject: subject, change: change, relation: relation).finding(invariant.given))
        case .discloses(let disclosure):
            return spoken(
                DisclosureProof(
                    subject: subject, expectation: "expected `\(disclosure.notation)`",
                    isFulfilled: { $0 == disclosure }
                ).finding(invariant.given))
        case .atMost(let disclosure):
            return spoken(
                DisclosureProof(
                    subject: subject, expectation: "expected at most `\(disclosure.notation)`",
                    isFulfilled: { $0.isAtMost(disclosure) }
                ).finding(invariant.given))
        case .atLeast(let disclosure):
            return spoken(
                DisclosureProof(
                    subject: subject, expectation: "expected at least `\(disclosure.notation)`",
                    isFulfilled: { disclosure.isAtMost($0) }
                ).finding(invariant.given))
        case .never(let values):
            return spoken(
                DisclosureProof(
                    subject: subject, expectation: "expected never \(values.words)",
                    isFulfilled: { $0.isNothing || !values.occur(in: $0) }
                ).finding(invariant.given))
        }
    }

    /// What speaks of no input at all proves nothing.
    private static func spoken(_ finding: Finding) -> Finding {
        if finding.cases > 0 { return finding }
        return Finding(counterexample: Counterexample("there is no input that the invariant speaks of"))
    }

    private static func finding(_ property: PolicyProperty, _ subject: ProofSubject) -> Finding {
        switch property {
        case .normalForm: RuleProofs(subject: subject).normalForm()
        case .tableEqualsEvaluator: TableProof(subject: subject).finding()
        case .everyRuleMatches: RuleProofs(subject: subject).everyRuleMatches()
        case .noRuleShadowed: RuleProofs(subject: subject).noRuleShadowed()
        case .joinIsGrant: RuleProofs(subject: subject).joinIsGrant()
        case .addingALimitNarrows: LimitProof(subject: subject).finding()
        case .consentOfOneRevisionIsBounded: RevisionProof(subject: subject).finding()
        case .bucketedTimeIsReleasedLater: ReleaseProof(subject: subject).finding()
        case .everyNodeClassified: TaxonomyProofs(subject: subject).everyNodeClassified()
        case .everyRootExists: TaxonomyProofs(subject: subject).everyRootExists()
        case .ancestryDecides: TaxonomyProofs(subject: subject).ancestryDecides()
        case .labelsNameNothingStricter: LabelProof(subject: subject).finding()
        case .termsOnlyRaise: TermProofs(subject: subject).termsOnlyRaise()
        case .unclassifiedIsWithheld: TermProofs(subject: subject).unclassifiedIsWithheld()
        case .narrowingOnlyUncoversWhatHides: NarrowingProof(subject: subject).finding()
        }
    }
}
