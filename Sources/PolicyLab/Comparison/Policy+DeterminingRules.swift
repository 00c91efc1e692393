import Domain
import PolicyEngine

extension Policy {
    /// The ids of the rules without which one of the questions would be answered otherwise.
    ///
    /// Where none alone makes a difference, because two say the same, the ones that do so together.
    func determiningRules(of questions: some Sequence<DecisionFacts>) -> [String] {
        var ids: Set<String> = []
        for facts in questions { ids.formUnion(determiningRules(of: facts)) }
        return ids.sorted()
    }

    private func determiningRules(of facts: DecisionFacts) -> [String] {
        let matching = plain.matching(facts)
        // Where nothing is granted there is nothing for a limit to take.
        if matching.allSatisfy({ $0.effect == .limit }) { return [] }
        func decision(without gap: Int?) -> Disclosure {
            var granted = Disclosure.nothing
            for (index, rule) in matching.enumerated() where rule.effect == .grant && index != gap {
                granted = granted.join(rule.disclosure)
            }
            var decision = granted.normalized
            for (index, rule) in matching.enumerated() where rule.effect == .limit && index != gap {
                decision = decision.meet(rule.disclosure)
            }
            return decision
        }
        let whole = decision(without: nil)
        let alone = matching.indices.filter { decision(without: $0) != whole }
        if !alone.isEmpty { return alone.map { matching[$0].id } }
        return matching.filter { $0.effect == (whole.isNothing ? .limit : .grant) }.map(\.id)
    }
}
