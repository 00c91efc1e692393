import Domain
import PolicyEngine

/// What the telling rule makes of narrowed settings.
///
/// The rule hides what stands out, so giving a hint company may bring it to light: the one way in which narrowing
/// reveals, and this proves that there is no other. Ordinary goods are coarsened to the form of the hint, which settings
/// ask about as a widening; the hint was disclosed by rules and consent all along, and looks like ordinary goods
/// afterwards. It cannot be done away with: a hint that is shown among ordinary hints, and was not hidden among finer
/// ordinary goods, would tell there.
struct NarrowingProof {
    let subject: ProofSubject

    func finding() -> Finding {
        var finding = Finding()
        for label in TellingLabel.all(subject) {
            var serving = TellingServing(label: label, subject: subject, census: subject.census)
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
                                uncovered >> UInt64($0) & 1 == 1 && !isExplained($0, label, forms, narrowed)
                            })
                        else { continue }
                        finding.counterexample = counterexample(index, label, settings, state, next)
                    }
                }
            }
        }
        return finding
    }

    /// Whether goods of a class have been joined by ordinary ones, and disclose no more than they might have.
    private func isExplained(_ index: Int, _ label: TellingLabel, _ before: [UInt8], _ after: [UInt8]) -> Bool {
        guard let ordinary = label.tiers.firstIndex(of: .ordinary), after[ordinary] == after[index] else {
            return false
        }
        let distinct = subject.decisions.distinct
        guard distinct[Int(after[index])].isAtMost(distinct[Int(before[index])]) else { return false }
        return before[ordinary] != before[index]
    }

    private func counterexample(
        _ index: Int, _ label: TellingLabel, _ settings: TellingSettings, _ state: TellingSettings.State,
        _ next: TellingSettings.State
    ) -> Counterexample {
        let words = TellingWords(subject: subject, label: label, settings: settings)
        return Counterexample(
            "\(words.goods(index, state)): shows `nothing`; \(words.state(next)): shows "
                + "`\(words.notation(settings.forms(next)[index]))`, though it got no company",
            rules: words.rules(index))
    }
}
