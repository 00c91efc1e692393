import Domain
import PolicyEngine

/// Tells goods under a label, and the settings they are shown by, in words.
struct TellingWords {
    let subject: ProofSubject
    let label: TellingLabel
    let settings: TellingSettings

    func name(_ position: Int) -> String {
        InputWords(policy: subject.policy).name(subject.space.classes[label.classes[position]])
    }

    func notation(_ form: UInt8) -> String { subject.decisions.distinct[Int(form)].notation }

    /// As in: goods of class `alcohol` under `fb`, seen by `friends`, `ordinary` at `hint`, opted in `alcohol`.
    func goods(_ position: Int, _ state: TellingSettings.State) -> String {
        "goods of class `\(name(position))` under `\(label.category.id)`, seen by `\(settings.audience.name)`, "
            + self.state(state)
    }

    func state(_ state: TellingSettings.State) -> String {
        let levels = zip(TellingSettings.tiers, [state.ordinary, state.ownerDecides, state.coarsen]).enumerated().map {
            index, setting in "`\(setting.0.name)` at `\(settings.steps[index][setting.1].level.rawValue)`"
        }
        let optedIn = settings.optional.filter { state.optedIn >> UInt64($0) & 1 == 1 }.map { "`\(name($0))`" }
        return levels.joined(separator: ", ") + ", opted in "
            + (optedIn.isEmpty ? "nothing" : optedIn.joined(separator: " and "))
    }

    /// The rules by which goods of a class are shown.
    func rules(_ position: Int) -> [Rule] {
        InputWords(policy: subject.policy).determining(
            DecisionFacts(
                kind: .purchase, audience: settings.audience,
                classCode: subject.space.classes[label.classes[position]]))
    }
}
