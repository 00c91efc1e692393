import Domain
import PolicyEngine

/// What a proof is about, with every input decided.
struct ProofSubject {
    let policy: Policy
    let taxonomy: Taxonomy
    /// The table that is held against the rules; the policy's own.
    let table: DecisionTable
    /// Other revisions, under which people may have consented or may consent.
    let earlier: [Policy]
    /// The files of the overlays that are laid over the policy.
    let overlays: Set<String>
    let space: InputSpace
    let decisions: DecisionMap
    let tree: ProofTree
    /// The labels that are held against the taxonomy; the policy's own.
    let labels: ShownLabels
    /// Counts the leaves of the taxonomy under these labels, as the serving code does.
    let census: LabelCensus

    init(
        policy: Policy, taxonomy: Taxonomy, table: DecisionTable, labels: ShownLabels? = nil, earlier: [Policy],
        overlays: Set<String> = [], ages: some Sequence<Int>
    ) {
        self.policy = policy
        self.taxonomy = taxonomy
        self.table = table
        self.earlier = earlier
        self.overlays = overlays
        space = InputSpace(policy: policy, ages: ages)
        decisions = DecisionMap(policy: policy, space: space)
        tree = ProofTree(taxonomy: taxonomy, policy: policy)
        let shown = labels ?? policy.shownLabels(for: taxonomy)
        self.labels = shown
        census = LabelCensus(taxonomy: taxonomy, classifier: policy.classifier(for: taxonomy), labels: shown)
    }
}
