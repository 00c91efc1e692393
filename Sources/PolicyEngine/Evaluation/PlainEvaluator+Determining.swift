import Domain

extension PlainEvaluator {
    /// The rules that a decision rests on, in the order of the policy.
    ///
    /// Where something is disclosed: the grants that give as much as all of them together, and the limits that take from it.
    /// Where a limit leaves nothing: the limits that take. Where nothing was granted: none.
    public func determining(_ facts: DecisionFacts) -> [Rule] {
        let matching = matching(facts)
        let granted = matching.filter { $0.effect == .grant }.reduce(Disclosure.nothing) { $0.join($1.disclosure) }
            .normalized
        let isNothing = disclosure(facts).isNothing
        return matching.filter { rule in
            switch rule.effect {
            case .grant: !isNothing && rule.disclosure == granted
            case .limit: !granted.isNothing && granted.meet(rule.disclosure) != granted
            }
        }
    }
}
