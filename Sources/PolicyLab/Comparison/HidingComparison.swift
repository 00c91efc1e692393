import Domain
import PolicyEngine

/// Looks for forms of tier B goods that stood out under the old policy and do not under the new one.
///
/// Goes over every level that an owner can choose for each tier, and the defaults.
struct HidingComparison {
    /// The level of each tier under both policies.
    private struct Choice {
        let old: [Tier: Level]
        let new: [Tier: Level]
        let words: String
    }

    /// Classes that the tables and tiers of both policies treat alike, in one context.
    private struct Group: Hashable {
        let before: Disclosure
        let after: Disclosure
        let tierBefore: Tier
        let tierAfter: Tier
    }

    /// The ids of classes that come to light together.
    private typealias Finding = [String]

    private let old: Policy
    private let new: Policy
    private let space: ComparedCells
    private let names: ClassNames

    init(old: Policy, new: Policy) {
        self.old = old
        self.new = new
        space = ComparedCells(old, new)
        names = ClassNames(old, new)
    }

    func differences() -> [HidingDifference] {
        var audiences: [Finding: [Audience]] = [:]
        var examples: [Finding: (form: Disclosure, words: String)] = [:]
        for audience in Audience.others {
            var seen: Set<[Group: [ClassCode]]> = []
            for context in contexts(audience) {
                let groups = groups(context)
                guard seen.insert(groups).inserted else { continue }
                let ordinary = (old.decisionOfOrdinary(context), new.decisionOfOrdinary(context))
                for choice in choices(audience) {
                    for (finding, form) in findings(groups, ordinary, choice) {
                        if audiences[finding]?.contains(audience) != true {
                            audiences[finding, default: []].append(audience)
                        }
                        if examples[finding] == nil { examples[finding] = (form, choice.words) }
                    }
                }
            }
        }
        return audiences.compactMap { finding, audiences in
            examples[finding].map {
                HidingDifference(
                    classes: finding, audiences: audiences.map(\.name),
                    form: $0.form.notation, settings: $0.words)
            }
        }.sorted { $0.classes.joined() < $1.classes.joined() }
    }

    /// Every purchase for an audience, whatever its class.
    private func contexts(_ audience: Audience) -> [DecisionFacts] {
        space.ages.flatMap { age in
            (0..<8).map { flags in
                DecisionFacts(
                    kind: .purchase, audience: audience, classCode: .unknown, ageInMonths: age, minor: flags & 1 != 0,
                    isPrivate: flags & 2 != 0, thirdParty: flags & 4 != 0)
            }
        }
    }

    private func groups(_ context: DecisionFacts) -> [Group: [ClassCode]] {
        Dictionary(grouping: space.classCodes) { code in
            var facts = context
            facts.classCode = code
            return Group(
                before: old.table.disclosure(facts), after: new.table.disclosure(facts), tierBefore: old.tier(of: code),
                tierAfter: new.tier(of: code))
        }
    }

    private func choices(_ audience: Audience) -> [Choice] {
        func defaults(_ policy: Policy) -> [Tier: Level] {
            Dictionary(uniqueKeysWithValues: Tier.allCases.map { ($0, policy.defaultLevel($0, audience)) })
        }
        var choices = [Choice(old: defaults(old), new: defaults(new), words: "by default")]
        for ordinary in Level.allCases {
            for ownerDecides in Level.allCases {
                for coarsen in Level.allCases {
                    let levels = [Tier.ordinary: ordinary, .ownerDecides: ownerDecides, .coarsen: coarsen]
                    choices.append(
                        Choice(
                            old: levels, new: levels,
                            words: "levels `\(ordinary.rawValue)` for ordinary, `\(ownerDecides.rawValue)` for "
                                + "owner-decides, `\(coarsen.rawValue)` for coarsen"))
                }
            }
        }
        return choices
    }

    private func findings(
        _ groups: [Group: [ClassCode]], _ ordinary: (old: Disclosure, new: Disclosure), _ choice: Choice
    ) -> [(Finding, Disclosure)] {
        func form(_ disclosure: Disclosure, _ tier: Tier, _ levels: [Tier: Level], _ policy: Policy) -> Disclosure {
            guard tier != .withhold, let level = levels[tier] else { return .nothing }
            return disclosure.meet(policy.levels.disclosure(level))
        }
        let ordinaryBefore = form(ordinary.old, .ordinary, choice.old, old)
        let ordinaryAfter = form(ordinary.new, .ordinary, choice.new, new)
        var forms: [Group: (before: Disclosure, after: Disclosure)] = [:]
        for group in groups.keys {
            forms[group] = (
                form(group.before, group.tierBefore, choice.old, old),
                form(group.after, group.tierAfter, choice.new, new)
            )
        }
        var findings: [(Finding, Disclosure)] = []
        for (group, codes) in groups where group.tierBefore == .coarsen && group.tierAfter == .coarsen {
            guard let own = forms[group], !own.after.isNothing, own.after == ordinaryAfter else { continue }
            if own.before != ordinaryBefore { findings.append((codes.map(names.name).sorted(), own.after)) }
        }
        return findings
    }
}

extension Policy {
    fileprivate func decisionOfOrdinary(_ context: DecisionFacts) -> Disclosure {
        var facts = context
        facts.classCode = ordinaryClassCode
        return table.disclosure(facts)
    }
}
