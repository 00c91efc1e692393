public import Domain
import PolicyEngine

extension OwnLedger {
    /// The good that one of a person's own purchases is of; nothing for ids that are no purchase of theirs.
    public func good(of id: String, owner: PersonID) async throws(VaultError) -> OwnedGood? {
        guard let head = try await point.vault.head(of: owner)?.value,
            let (_, facts) = try await location(of: id, owner: head)
        else { return nil }
        let rulebook = point.rulebook
        let code = rulebook.classes(of: facts).reduce(facts.classCode) { rulebook.stricter($0, $1) }
        return OwnedGood(product: facts.product, tier: rulebook.policy.tier(of: code))
    }
}
