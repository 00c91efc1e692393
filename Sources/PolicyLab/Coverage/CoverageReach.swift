import Disclosure
import Domain
import PolicyEngine

/// Gathers what cases reach.
struct CoverageReach {
    struct Part: Hashable {
        let rule: String
        let part: ConditionPart
        /// Whether it holds, or alone does not hold.
        let isSatisfied: Bool
    }

    struct TermWord: Hashable {
        let classCode: ClassCode
        let word: String
    }

    let policy: Policy
    private(set) var matched: Set<String> = []
    private(set) var determining: Set<String> = []
    private(set) var parts: Set<Part> = []
    private(set) var cells: Set<CoverageCell> = []
    private(set) var roots: Set<String> = []
    private(set) var terms: Set<TermWord> = []

    init(policy: Policy) {
        self.policy = policy
    }

    /// Counts what the rules were asked for a case; nothing of somebody blocked, of whom they are not asked.
    mutating func add(_ explanation: Explanation, of one: Suite.Case, in suite: Suite) {
        guard explanation.audience != nil else { return }
        matched.formUnion(explanation.rules.map(\.id))
        determining.formUnion(explanation.determining.map(\.id))
        for facts in explanation.facts {
            parts.formUnion(Self.parts(facts, policy))
        }
        if let cell = cell(explanation, suite.agreements[suite.activities[one.activity].owner]) { cells.insert(cell) }
    }

    mutating func add(_ reason: ClassificationReason) {
        if let root = reason.root { roots.insert(root) }
        if let term = reason.term { terms.insert(TermWord(classCode: reason.classCode, word: term)) }
    }

    /// The parts of all conditions that facts satisfy with the whole of it, or alone do not satisfy.
    static func parts(_ facts: DecisionFacts, _ policy: Policy) -> Set<Part> {
        var found: Set<Part> = []
        let tier = policy.tier(of: facts.classCode)
        for rule in policy.rules {
            let unsatisfied = rule.unsatisfiedParts(facts, tier: tier)
            if unsatisfied.isEmpty {
                for part in rule.parts { found.insert(Part(rule: rule.id, part: part, isSatisfied: true)) }
            } else if unsatisfied.count == 1 {
                found.insert(Part(rule: rule.id, part: unsatisfied[0], isSatisfied: false))
            }
        }
        return found
    }

    /// The cell that a case looks at, where one class decides and nothing but rules, consent and form came before.
    private func cell(_ explanation: Explanation, _ agreement: Suite.Agreement?) -> CoverageCell? {
        guard let audience = explanation.audience, audience != .owner, let facts = decidingFacts(explanation) else {
            return nil
        }
        switch explanation.obstacle {
        case .blocked, .itemSetting, .returned, .sharingOff, .beforeSharing, .noGood, .notYetReleased,
            .beforeFriendship, .held, .nothingToShow:
            return nil
        case nil, .rules, .notOptedIn, .level, .earlierRevision, .fewGoods, .tellingForm, .coarse: break
        }
        let canOptIn = CoverageCell.canOptIn(facts.kind, policy.tier(of: facts.classCode))
        return CoverageCell(
            kind: facts.kind, audience: audience, classCode: facts.classCode,
            isOptedIn: canOptIn ? agreement?.includes(facts.classCode) ?? false : nil)
    }

    /// What was asked about the class whose tier is stricter than that of all others; nothing where two are equally strict.
    private func decidingFacts(_ explanation: Explanation) -> DecisionFacts? {
        let strictest = explanation.facts.map { policy.tier(of: $0.classCode) }.max()
        let deciding = explanation.facts.filter { policy.tier(of: $0.classCode) == strictest }
        return deciding.count == 1 ? deciding.first : nil
    }
}

extension Suite.Agreement {
    /// Whether a class that can be opted in is.
    func includes(_ code: ClassCode) -> Bool {
        switch optIn {
        case .everything: true
        case .classes(let codes): codes.contains(code)
        }
    }
}
