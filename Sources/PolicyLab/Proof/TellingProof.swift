import Domain
import PolicyEngine

/// That no form in which goods of tier B are shown tells that they are: for every label, audience, level and opt-in,
/// what the serving rule lets through is counted again, leaf by leaf.
struct TellingProof {
    let subject: ProofSubject
    let promise: TellingPromise

    func finding() -> Finding {
        var finding = Finding()
        for label in TellingLabel.all(subject) {
            var serving = TellingServing(label: label, subject: subject, census: subject.census)
            var checked: Set<[UInt8]> = []
            for settings in TellingSettings.all(under: label, subject) {
                for state in settings.states {
                    finding.cases += 1
                    let forms = settings.forms(state)
                    // A form has one pre-image, whatever the settings that lead to it.
                    guard finding.counterexample == nil, checked.insert(forms).inserted else { continue }
                    let served = serving.served(forms)
                    for index in forms.indices where served >> UInt64(index) & 1 == 1 {
                        guard finding.counterexample == nil, label.isTelling(index, forms: forms, promise) else {
                            continue
                        }
                        finding.counterexample = counterexample(index, label, settings, state)
                    }
                }
            }
        }
        return finding
    }

    private func counterexample(
        _ index: Int, _ label: TellingLabel, _ settings: TellingSettings, _ state: TellingSettings.State
    ) -> Counterexample {
        let words = TellingWords(subject: subject, label: label, settings: settings)
        let forms = settings.forms(state)
        let alike = label.classes.indices.filter { forms[$0] == forms[index] }
        let ordinary = alike.filter { label.tiers[$0] == .ordinary }.reduce(0) { $0 + label.leaves[$1] }
        let others = alike.filter { label.tiers[$0] != .ordinary }.map {
            "\(label.leaves[$0]) of `\(words.name($0))`"
        }
        return Counterexample(
            "\(words.goods(index, state)): shows `\(words.notation(forms[index]))`, for which may stand "
                + "\(ordinary) ordinary leaves and \(others.joined(separator: ", "))",
            rules: words.rules(index))
    }
}
