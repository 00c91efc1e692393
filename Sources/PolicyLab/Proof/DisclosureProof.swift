import Domain
import PolicyEngine

/// That what is disclosed for some inputs is as expected.
struct DisclosureProof {
    let subject: ProofSubject
    /// As a counterexample says it.
    let expectation: String
    let isFulfilled: (Disclosure) -> Bool

    func finding(_ given: InputSelection) -> Finding {
        let space = subject.space
        let decisions = subject.decisions
        let isBroken = decisions.distinct.map { !isFulfilled($0) }
        var finding = Finding()
        var simplest: (index: Int, complexity: Int)?
        for box in space.boxes(of: given, policy: subject.policy) {
            box.forEach { index in
                finding.cases += 1
                guard isBroken[Int(decisions.positions[index])] else { return }
                let complexity = space.complexity(of: index)
                if complexity < simplest?.complexity ?? .max { simplest = (index, complexity) }
            }
        }
        finding.counterexample = simplest.map { counterexample($0.index) }
        return finding
    }

    private func counterexample(_ index: Int) -> Counterexample {
        let words = InputWords(policy: subject.policy)
        let input = subject.space.input(index)
        let decision = subject.decisions[index]
        let reason = words.reason(input, decision)
        return Counterexample(
            "\(words.sentence(input)): shows `\(decision.notation)` \(reason.words), \(expectation)",
            rules: reason.rules, input: input)
    }
}
