import Disclosure
import Domain
import PolicyEngine

extension InputSpace {
    /// The inputs that an invariant speaks of.
    func boxes(of selection: InputSelection, policy: Policy) -> [InputBox] {
        let chosen = selection.isAboutPurchases ? [purchases] : blocks
        return chosen.flatMap { block in
            let box = InputBox(block: block, values: values(of: selection, policy, in: block))
            guard selection.settings == .switchedOn else { return [box] }
            return switchedOn(box, policy)
        }.filter { !$0.isEmpty }
    }

    private func values(of selection: InputSelection, _ policy: Policy, in block: InputBlock) -> [[Int]] {
        func indices<Value>(_ values: [Value], _ isGiven: (Value) -> Bool) -> [Int] {
            values.indices.filter { isGiven(values[$0]) }
        }
        func flag(_ given: Bool?) -> [Int] { given.map { [$0 ? 1 : 0] } ?? [0, 1] }
        let facts = [
            indices(block.kinds) { selection.kinds?.contains($0) ?? true },
            indices(classes) { code in
                selection.classes?.contains(code) ?? true && selection.tiers?.contains(policy.tier(of: code)) ?? true
            },
            indices(ages) { selection.ages?.contains($0) ?? true },
            indices(Audience.allCases) { selection.audiences?.contains($0) ?? true },
            flag(selection.minor), flag(selection.isPrivate), flag(selection.thirdParty),
        ]
        let blocked = flag(selection.blocked)
        if block.base > 0 { return facts + [[0], [0], [0], [0], blocked] }
        switch selection.settings {
        case .untouched: return facts + [[0], [0], [0], [0], blocked]
        case .switchedOn: return facts + [[1], [0], Array(Self.levels.indices), [0], blocked]
        case nil:
            return facts + [
                flag(selection.sharing), flag(selection.optedIn),
                indices(Self.levels) { selection.levels?.contains($0) ?? true },
                indices(Self.visibilities) { selection.overrides?.contains($0.name) ?? true }, blocked,
            ]
        }
    }

    /// One box for every audience and class, as the level that is filled in depends on both.
    private func switchedOn(_ box: InputBox, _ policy: Policy) -> [InputBox] {
        box.values[InputAxis.audience.rawValue].flatMap { audience in
            box.values[InputAxis.classCode.rawValue].map { column in
                let level = policy.defaultLevel(policy.tier(of: classes[column]), Audience.allCases[audience])
                let position = Self.levels.firstIndex(of: level) ?? 0
                return box.at(.audience, audience).at(.classCode, column).at(.level, position)
            }
        }
    }
}
