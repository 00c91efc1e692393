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
    let space: InputSpace
    let decisions: DecisionMap
    let tree: ProofTree

    init(policy: Policy, taxonomy: Taxonomy, table: DecisionTable, earlier: [Policy], ages: some Sequence<Int>) {
        self.policy = policy
        self.taxonomy = taxonomy
        self.table = table
        self.earlier = earlier
        space = InputSpace(policy: policy, ages: ages)
        decisions = DecisionMap(policy: policy, space: space)
        tree = ProofTree(taxonomy: taxonomy, policy: policy)
    }
}
