import Domain
public import PolicyEngine

extension EnforcementPoint {
    /// What audiences would see of all purchases there are, had every owner switched sharing on at the defaults; under the
    /// policy in force, or another.
    ///
    /// Each is taken as a plain purchase of now, whatever its owner said of it. Those sealed as withheld are not opened.
    public func usefulness(of candidate: Policy? = nil) async throws -> Usefulness {
        let current = rulebook
        let rulebook = candidate.map(current.under) ?? current
        var count = try UsefulnessCount(rulebook: rulebook)
        var sealedAsWithheld = 0
        let records = OwnerRecords(open: vault)
        for person in try await people.all() {
            try Task.checkCancellation()
            guard let head = try await vault.head(of: person)?.value else { continue }
            sealedAsWithheld += head.withheldSlots
            for (_, facts) in try await records.facts(of: head) {
                count.add(classes: rulebook.classes(of: facts), category: facts.category, times: 1)
            }
            await Task.yield()
        }
        return count.result(sealedAsWithheld: sealedAsWithheld)
    }
}
