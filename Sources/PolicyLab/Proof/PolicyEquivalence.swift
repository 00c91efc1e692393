public import Domain
public import PolicyEngine

/// Whether two policies decide everything alike.
///
/// Sound: it says so only where it is so, over one taxonomy and as long as either is in force. Where it cannot tell, as
/// with terms in another order, it names a difference.
public struct PolicyEquivalence: Sendable {
    private let first: Policy
    private let second: Policy
    private let taxonomy: Taxonomy

    /// The first thing that the two decide differently; nothing when there is none.
    public static func differingCell(_ first: Policy, _ second: Policy, _ taxonomy: Taxonomy) -> PolicyDistinction? {
        let pair = PolicyEquivalence(first: first, second: second, taxonomy: taxonomy)
        return pair.tiers() ?? pair.decisions() ?? pair.numbers() ?? pair.release() ?? pair.levels() ?? pair.nodes()
            ?? pair.terms()
    }

    private func name(_ code: ClassCode) -> String {
        (first.sensitivityClass(code) ?? second.sensitivityClass(code))?.id ?? "unknown"
    }

    /// In the order of their ids, `unknown` last.
    private var classes: [ClassCode] {
        Set((first.classes + second.classes).map(\.code)).sorted { name($0) < name($1) } + [.unknown]
    }

    private var ages: [Int] { Set(first.table.space.ageSteps + second.table.space.ageSteps).sorted() }

    private func tiers() -> PolicyDistinction? {
        for code in classes where code != .unknown {
            // A class that only one policy has can be opted in and reported under that policy alone.
            let isKnown = first.sensitivityClass(code) != nil && second.sensitivityClass(code) != nil
            let (before, after) = (first.tier(of: code), second.tier(of: code))
            if !isKnown || before != after { return .tier(className: name(code), first: before, second: after) }
        }
        if first.ordinaryClassCode != second.ordinaryClassCode {
            return .tier(className: name(first.ordinaryClassCode), first: .ordinary, second: .ordinary)
        }
        return nil
    }

    /// Looks at what can happen only: a decision about facts that no activity has is never asked for.
    ///
    /// Sound, as the classes are alike by now, and so is which of them is the ordinary one.
    private func decisions() -> PolicyDistinction? {
        for code in classes {
            for kind in ActivityKind.allCases {
                for audience in Audience.allCases {
                    for age in ages {
                        for flags in 0..<8 {
                            let facts = DecisionFacts(
                                kind: kind, audience: audience, classCode: code, ageInMonths: age,
                                minor: flags & 1 != 0, isPrivate: flags & 2 != 0, thirdParty: flags & 4 != 0)
                            guard facts.canHappen(under: first) else { continue }
                            let (before, after) = (first.table.disclosure(facts), second.table.disclosure(facts))
                            if before != after {
                                return .decision(facts, className: name(code), first: before, second: after)
                            }
                        }
                    }
                }
            }
        }
        return nil
    }

    private func numbers() -> PolicyDistinction? {
        let numbers: [(String, (Policy) -> Int)] = [
            ("preimage.goods", { $0.preimageGoods }), ("telling.ordinaryShare", { $0.telling.ordinaryShare }),
            ("telling.ordinaryCount", { $0.telling.ordinaryCount }), ("telling.classShare", { $0.telling.classShare }),
            ("k", { $0.k }), ("raiseHold", { $0.release.raiseHold }), ("epoch", { Int($0.release.epoch.rawValue) }),
        ]
        for (name, number) in numbers where number(first) != number(second) {
            return .number(name, first: number(first), second: number(second))
        }
        if first.priceBands != second.priceBands { return .bands }
        return first.shop == second.shop ? nil : .shop
    }

    /// Hours of settling that lead to the same midnight are alike.
    private func release() -> PolicyDistinction? {
        for size in TimeBucket.Size.allCases {
            let before = first.release.settleHours[size] ?? 0
            let after = second.release.settleHours[size] ?? 0
            // Buckets end at midnight, twelve hours earlier in the last zone; ticks are midnights.
            func days(_ hours: Int) -> Int { (hours + 12 + 23) / 24 }
            let isAlike = size == .minute ? before == after : days(before) == days(after)
            if !isAlike { return .settle(size, firstHours: before, secondHours: after) }
        }
        return nil
    }

    /// Levels and defaults act only as far as the rules let them, which decide alike by now.
    private func levels() -> PolicyDistinction? {
        for setting in Consent.Setting.all {
            for level in Level.allCases {
                let (before, after) = (first.levels.disclosure(level), second.levels.disclosure(level))
                if let pair = acting(before, after, setting) {
                    return .level(
                        level, audience: setting.audience, tier: setting.tier, first: pair.0, second: pair.1)
                }
            }
            let before = first.defaultLevel(setting.tier, setting.audience)
            let after = second.defaultLevel(setting.tier, setting.audience)
            if acting(first.levels.disclosure(before), first.levels.disclosure(after), setting) != nil {
                return .standard(audience: setting.audience, tier: setting.tier, first: before, second: after)
            }
        }
        return nil
    }

    /// What two choices of a setting lead to in the first cell where that differs.
    private func acting(
        _ first: Disclosure, _ second: Disclosure, _ setting: Consent.Setting
    ) -> (Disclosure, Disclosure)? {
        if first == second { return nil }
        for code in classes where self.first.tier(of: code) == setting.tier {
            for age in ages {
                for flags in 0..<8 {
                    let allowed = self.first.table.disclosure(
                        DecisionFacts(
                            kind: .purchase, audience: setting.audience, classCode: code, ageInMonths: age,
                            minor: flags & 1 != 0, isPrivate: flags & 2 != 0, thirdParty: flags & 4 != 0))
                    let pair = (allowed.meet(first), allowed.meet(second))
                    if pair.0 != pair.1 { return pair }
                }
            }
        }
        return nil
    }

    private func nodes() -> PolicyDistinction? {
        let (before, after) = (first.classifier(for: taxonomy), second.classifier(for: taxonomy))
        let labels = (first.shownLabels(for: taxonomy), second.shownLabels(for: taxonomy))
        func id(_ number: UInt32?) -> String { number.flatMap { taxonomy.category(number: $0) }?.id ?? "" }
        for category in taxonomy.categories {
            let codes = (before.classCode(ofCategory: category.number), after.classCode(ofCategory: category.number))
            if codes.0 != codes.1 { return .node(category.id, first: name(codes.0), second: name(codes.1)) }
            for precision in [ProductPrecision.department, .category] {
                let before = labels.0.label(of: category.number, at: precision)
                let after = labels.1.label(of: category.number, at: precision)
                if before != after { return .label(node: category.id, first: id(before), second: id(after)) }
            }
        }
        return nil
    }

    private func terms() -> PolicyDistinction? {
        func effective(_ policy: Policy) -> [Term.Reach] {
            policy.terms.filter { policy.tier(of: $0.classCode) != .ordinary }.map(\.reach)
        }
        let (before, after) = (effective(first), effective(second))
        if before == after { return nil }
        let position = zip(before, after).prefix { $0 == $1 }.count
        let differing = position < before.count ? before[position] : after[position]
        return .terms(className: name(differing.classCode))
    }
}
