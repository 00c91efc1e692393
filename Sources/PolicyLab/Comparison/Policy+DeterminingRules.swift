import Domain
import PolicyEngine

extension Policy {
    /// The ids of the rules that the answers to the questions rest on.
    func determiningRules(of questions: some Sequence<DecisionFacts>) -> [String] {
        var ids: Set<String> = []
        for facts in questions { ids.formUnion(plain.determining(facts).map(\.id)) }
        return ids.sorted()
    }
}
