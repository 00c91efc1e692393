import Domain
import PolicyEngine

/// What the telling rule makes of narrowed settings.
///
/// The rule hides what stands out, so showing other goods more coarsely may bring a hint to light: the one way in which
/// narrowing reveals. This proves that there is no other: whatever one setting narrowed by one step uncovers was hidden
/// for standing out from ordinary goods, and takes their form now, which is what the settings ask about as a widening.
struct NarrowingProof {
    let subject: ProofSubject

    func finding() -> Finding {
        var finding = Finding()
        let policy = subject.policy
        let census = LabelCensus(
            taxonomy: subject.taxonomy, classifier: policy.classifier(for: subject.taxonomy), labels: policy.labels)
        for label in TellingLabel.all(subject) {
            var serving = TellingServing(label: label, subject: subject, census: census)
            for settings in TellingSettings.all(under: label, subject) {
                for state in settings.states {
                    let forms = settings.forms(state)
                    let before = serving.served(forms)
                    for next in settings.narrower(state) {
                        finding.cases += 1
                        guard finding.counterexample == nil else { continue }
                        let narrowed = settings.forms(next)
                        let uncovered = serving.served(narrowed) & ~before
                        guard uncovered != 0,
                            let index = forms.indices.first(where: {
                                uncovered >> UInt64($0) & 1 == 1 && !isAnnounced($0, label, forms, narrowed)
                            })
                        else { continue }
                        finding.counterexample = counterexample(index, label, settings, state, next)
                    }
                }
            }
        }
        return finding
    }

    /// Whether goods of a class stood out from ordinary ones before and don't now, disclosing no more than they did.
    private func isAnnounced(_ index: Int, _ label: TellingLabel, _ before: [UInt8], _ after: [UInt8]) -> Bool {
        guard let ordinary = label.tiers.firstIndex(of: .ordinary) else { return false }
        let distinct = subject.decisions.distinct
        return distinct[Int(after[index])].isAtMost(distinct[Int(before[index])])
            && before[ordinary] != before[index] && after[ordinary] == after[index]
    }

    private func counterexample(
        _ index: Int, _ label: TellingLabel, _ settings: TellingSettings, _ state: TellingSettings.State,
        _ next: TellingSettings.State
    ) -> Counterexample {
        let words = TellingWords(subject: subject, label: label, settings: settings)
        return Counterexample(
            "\(words.goods(index, state)): shows `nothing`; \(words.state(next)): shows "
                + "`\(words.notation(settings.forms(next)[index]))`, though ordinary goods look as before",
            rules: words.rules(index))
    }
}
