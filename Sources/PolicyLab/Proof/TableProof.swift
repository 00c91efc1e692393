import Domain
import PolicyEngine

/// That the compiled table decides as the rules do: at the first and the last month of every stretch of ages.
struct TableProof {
    let subject: ProofSubject

    func finding() -> Finding {
        let steps = subject.space.ages
        let last = (steps.last ?? 0) + 1200
        let ages = Set(steps + steps.dropFirst().map { $0 - 1 } + [last]).sorted()
        var finding = Finding()
        for age in ages {
            for code in subject.space.classes {
                for audience in Audience.allCases {
                    for kind in ActivityKind.allCases {
                        for flags in 0..<8 {
                            let facts = DecisionFacts(
                                kind: kind, audience: audience, classCode: code, ageInMonths: age,
                                minor: flags & 1 != 0, isPrivate: flags & 2 != 0, thirdParty: flags & 4 != 0)
                            finding.cases += 1
                            guard finding.counterexample == nil else { continue }
                            finding.counterexample = difference(facts)
                        }
                    }
                }
            }
        }
        return finding
    }

    private func difference(_ facts: DecisionFacts) -> Counterexample? {
        let table = subject.table.disclosure(facts)
        let plain = subject.policy.plain.disclosure(facts)
        guard table != plain else { return nil }
        let words = InputWords(policy: subject.policy)
        return Counterexample(
            "\(words.activity(facts)): the table shows `\(table.notation)`, the rules show `\(plain.notation)`",
            rules: words.determining(facts))
    }
}
