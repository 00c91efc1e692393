import Domain
public import PolicyEngine

extension EnforcementPoint {
    /// How many people and items a candidate would touch, were it in force: everybody's purchases and activities are decided
    /// under both policies, for every audience.
    ///
    /// Decisions are compared, not what has been released; nothing is opened but facts, no answer is touched, and no list is
    /// kept or dropped. Purchases sealed as withheld are not opened, as in the feed: they were tier A when they were bought,
    /// no load of a policy brings them to light before they are sealed anew, and nobody can see less than nothing of them.
    ///
    /// Whoever calls it may cancel it; it lets others run after every owner.
    public func consequences(
        of candidate: Policy, assuming assumption: ConsentAssumption = .asGiven
    ) async throws -> PolicyConsequences {
        let rulebook = rulebook
        var count = ConsequenceCount(
            from: rulebook, to: rulebook.under(candidate), now: vault.clock.now, assumption: assumption)
        let records = OwnerRecords(open: vault)
        for person in try await people.all() {
            try Task.checkCancellation()
            guard let head = try await vault.head(of: person)?.value else { continue }
            // Whoever does not share has no purchase decided, under any policy.
            let facts = head.consent.sharing == nil ? [] : try await records.facts(of: head).map(\.facts)
            count.add(head, facts: facts, activities: try await shops.activities(of: person))
            await Task.yield()
        }
        return count.result
    }
}
