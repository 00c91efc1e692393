import Disclosure
import Domain
import PolicyEngine

/// Tells inputs and the reasons of their decisions in words.
struct InputWords {
    let policy: Policy

    /// As in: a purchase of class `alcohol`, seen by `friends`, sharing on, opted in, level `hint`.
    func sentence(_ input: ProofInput) -> String {
        ([activity(input.facts)] + (input.isBlocked ? ["blocked"] : []) + settings(input)).joined(separator: ", ")
    }

    /// What rules may read of it.
    func activity(_ facts: DecisionFacts) -> String {
        let article = facts.kind == .offer ? "an" : "a"
        var words = ["\(article) \(facts.kind) of class `\(name(facts.classCode))`"]
        if facts.minor { words.append("made as a minor") }
        if facts.isPrivate { words.append("made in private") }
        if facts.thirdParty { words.append("concerning a third party") }
        if facts.ageInMonths > 0 { words.append("\(facts.ageInMonths) months old") }
        words.append("seen by `\(facts.audience.name)`")
        return words.joined(separator: ", ")
    }

    /// The id of a class.
    func name(_ code: ClassCode) -> String { policy.sensitivityClass(code)?.id ?? "unknown" }

    private func settings(_ input: ProofInput) -> [String] {
        guard input.facts.kind == .purchase, input.facts.audience != .owner else { return [] }
        var words: [String] = []
        if input.sharing { words.append("sharing on") }
        if input.isOptedIn { words.append("opted in") }
        if let level = input.level { words.append("level `\(level.rawValue)`") }
        switch input.visibility {
        case .standard: break
        case .hidden: words.append("hidden")
        case .atMost(let audience): words.append("shown to at most `\(audience.name)`")
        }
        return words
    }

    /// What the rules say, and the rules without which they would say something else.
    func determining(_ facts: DecisionFacts) -> [Rule] {
        let matching = policy.plain.matching(facts)
        let grants = matching.filter { $0.effect == .grant }
        let limits = matching.filter { $0.effect == .limit }
        func decision(_ grants: [Rule], _ limits: [Rule]) -> Disclosure {
            let join = grants.reduce(Disclosure.nothing) { $0.join($1.disclosure) }
            return limits.reduce(join.normalized) { $0.meet($1.disclosure) }
        }
        let whole = decision(grants, limits)
        let giving = grants.first { decision([$0], limits) == whole }.map { [$0] } ?? grants
        let taking = limits.filter { limit in decision(grants, limits.filter { $0.id != limit.id }) != whole }
        if !whole.isNothing { return giving + taking }
        // Several limits may each leave nothing; where none is granted, there is no rule to name.
        if grants.isEmpty { return [] }
        return taking.isEmpty ? limits.filter { decision(grants, [$0]).isNothing } : taking
    }

    /// Why so much of an input is shown, and the rules that make it so.
    ///
    /// Where the rules would show something and nothing is shown, it is the owner who says no.
    func reason(_ input: ProofInput, _ shown: Disclosure) -> (words: String, rules: [Rule]) {
        if shown.isNothing, !policy.plain.disclosure(input.facts).isNothing {
            if input.isBlocked { return ("as the viewer is blocked", []) }
            let isAdmitted = input.visibility.admits(input.facts.audience)
            return (isAdmitted ? "as no more was consented to" : "as its owner says so", [])
        }
        let rules = determining(input.facts)
        return (because(rules), rules)
    }

    /// `` because of `a` (disclosure.yaml:3) and `b` (disclosure.yaml:9) ``, or that nothing is granted.
    func because(_ rules: [Rule]) -> String {
        if rules.isEmpty { return "as no rule grants it" }
        return "because of " + rules.map { Counterexample.RuleReference($0).words }.joined(separator: " and ")
    }
}
