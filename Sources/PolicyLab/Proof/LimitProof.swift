import Domain
import PolicyEngine

/// That a further limit never discloses more: tried with every limit of the policy taken away and put back, and with
/// limits for every audience and field.
struct LimitProof {
    let subject: ProofSubject

    func finding() -> Finding {
        var finding = Finding()
        let policy = subject.policy
        for limit in policy.rules where limit.effect == .limit {
            let without = policy.replacing(rules: policy.rules.filter { $0.id != limit.id })
            compare(without, policy, limit, &finding)
        }
        for limit in Self.further {
            compare(policy, policy.replacing(rules: policy.rules + [limit]), limit, &finding)
        }
        return finding
    }

    private func compare(_ before: Policy, _ after: Policy, _ limit: Rule, _ finding: inout Finding) {
        let space = before.table.space.cellCount > after.table.space.cellCount ? before.table.space : after.table.space
        for cell in 0..<space.cellCount {
            finding.cases += 1
            let facts = space.facts(ofCell: cell)
            let more = after.table.disclosure(facts)
            guard finding.counterexample == nil, !more.isAtMost(before.table.disclosure(facts)) else { continue }
            let words = InputWords(policy: subject.policy)
            finding.counterexample = Counterexample(
                "\(words.activity(facts)): shows `\(before.table.disclosure(facts).notation)`, and "
                    + "`\(more.notation)` with the limit `\(limit.id)`", rules: words.determining(facts))
        }
    }

    /// Limits that a policy might get: for each audience everything, and each field by itself.
    private static var further: [Rule] {
        var full = [Disclosure](repeating: .full, count: 6)
        full[0].product = .department
        full[1].time = .month
        full[2].price = .band
        full[3].quantity = .none
        full[4].shop = .none
        full[5] = .nothing
        let audiences: [Audience] = [.closeFriends, .friendsOfFriends]
        return audiences.flatMap { audience in
            full.map { disclosure in
                Rule(
                    id: "further-limit", effect: .limit, condition: Condition(audience: audience),
                    disclosure: disclosure, because: [], location: SourceLocation(file: "", line: 0, column: 0))
            }
        }
    }
}
