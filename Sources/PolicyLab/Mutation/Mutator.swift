import Domain
import PolicyEngine

/// Makes every policy that differs from a given one by one mistake.
struct Mutator {
    let policy: Policy
    let taxonomy: Taxonomy
    let parts: PolicyParts

    init(policy: Policy, taxonomy: Taxonomy) {
        self.policy = policy
        self.taxonomy = taxonomy
        parts = policy.parts
    }

    /// In the order of the parts of a policy; the same for the same policy and taxonomy.
    func mutants() -> [Mutant] {
        ruleMutants() + levelMutants() + numberMutants() + classMutants() + rootMutants() + termMutants()
    }

    /// The same parts with one change; nothing where the change changes nothing.
    func mutant(
        _ kind: MutationOperator, _ change: String, at location: SourceLocation? = nil,
        _ edit: (inout PolicyParts) -> Void
    ) -> Mutant? {
        var edited = parts
        edit(&edited)
        return edited == parts ? nil : Mutant(kind, change, at: location, edited)
    }
}
