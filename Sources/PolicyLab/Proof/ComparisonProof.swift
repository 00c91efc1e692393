import Domain
import PolicyEngine

/// That inputs which differ in one thing are disclosed no more, no less, or the same.
///
/// Every pair is looked at, not neighbours alone, as the inputs that an invariant speaks of need not be a chain.
struct ComparisonProof {
    let subject: ProofSubject
    let change: InputChange
    let relation: Invariant.Relation

    /// The simplest pair that breaks the claim.
    private struct Pair {
        let index: Int
        let changed: Int
        let decision: Disclosure
        let changedDecision: Disclosure
        /// In which tier the class is after the change.
        let tier: Tier?
        let complexity: Int
    }

    func finding(_ given: InputSelection) -> Finding {
        let boxes = subject.space.boxes(of: given, policy: subject.policy)
        var finding = Finding()
        var simplest: Pair?
        if change.subject == .tier {
            for tier in Tier.allCases { compare(boxes, withTier: tier, &finding, &simplest) }
        } else {
            for box in boxes { compare(box, &finding, &simplest) }
        }
        finding.counterexample = simplest.map(counterexample)
        return finding
    }

    private var axis: InputAxis {
        switch change.subject {
        case .audience: .audience
        case .tier: .classCode
        case .age: .age
        case .level: .level
        case .override: .override
        case .sharing: .sharing
        case .optedIn: .optedIn
        case .blocked: .blocked
        case .minor: .minor
        case .isPrivate: .isPrivate
        case .thirdParty: .thirdParty
        }
    }

    private func compare(_ box: InputBox, _ finding: inout Finding, _ simplest: inout Pair?) {
        let size = box.block.sizes[axis.rawValue]
        for value in box.values[axis.rawValue] {
            let targets = change.isUpwards ? Array((value + 1)..<max(size, value + 1)) : Array(0..<value)
            for target in targets {
                let distance = (target - value) * box.block.strides[axis.rawValue]
                compare(box.at(axis, value), by: distance, subject.decisions, nil, &finding, &simplest)
            }
        }
    }

    /// Moves every class that is laxer (or stricter) than a tier into it; columns don't depend on each other.
    private func compare(
        _ boxes: [InputBox], withTier tier: Tier, _ finding: inout Finding, _ simplest: inout Pair?
    ) {
        let policy = subject.policy
        let moved = policy.classes.filter { change.isUpwards ? $0.tier < tier : $0.tier > tier }.map(\.code)
        guard !moved.isEmpty else { return }
        let changed = policy.replacing(tiers: Dictionary(moved.map { ($0, tier) }) { first, _ in first })
        let decisions = DecisionMap(policy: changed, space: subject.space)
        for box in boxes {
            for column in box.values[axis.rawValue] where moved.contains(subject.space.classes[column]) {
                compare(box.at(axis, column), by: 0, decisions, tier, &finding, &simplest)
            }
        }
    }

    private func compare(
        _ box: InputBox, by distance: Int, _ changed: DecisionMap, _ tier: Tier?, _ finding: inout Finding,
        _ simplest: inout Pair?
    ) {
        let before = subject.decisions
        let isBroken = before.distinct.map { left in changed.distinct.map { !isFulfilled(left, $0) } }
        box.forEach { index in
            finding.cases += 1
            let other = index + distance
            guard isBroken[Int(before.positions[index])][Int(changed.positions[other])] else { return }
            let space = subject.space
            let complexity = space.complexity(of: index) / 2 + space.complexity(of: other) / 2
            guard complexity < simplest?.complexity ?? .max else { return }
            simplest = Pair(
                index: index, changed: other, decision: before[index], changedDecision: changed[other], tier: tier,
                complexity: complexity)
        }
    }

    private func isFulfilled(_ before: Disclosure, _ after: Disclosure) -> Bool {
        switch relation {
        case .atMost: after.isAtMost(before)
        case .atLeast: before.isAtMost(after)
        case .same: before == after
        }
    }

    private func counterexample(_ pair: Pair) -> Counterexample {
        let words = InputWords(policy: subject.policy)
        let input = subject.space.input(pair.index)
        let other = subject.space.input(pair.changed)
        let before = words.reason(input, pair.decision)
        let after = pair.tier == nil ? words.reason(other, pair.changedDecision) : (words: "", rules: [])
        let changed = pair.tier.map { "in tier `\($0.name)`" } ?? words.sentence(other)
        let demanded =
            switch relation {
            case .atMost: "expected no more"
            case .atLeast: "expected no less"
            case .same: "expected the same"
            }
        return Counterexample(
            "\(words.sentence(input)): shows `\(pair.decision.notation)` \(before.words); "
                + "\(changed): shows `\(pair.changedDecision.notation)`"
                + (pair.tier == nil ? " \(after.words)" : "") + ", \(demanded)",
            rules: before.rules + after.rules.filter { rule in !before.rules.contains { $0.id == rule.id } },
            input: input)
    }
}
