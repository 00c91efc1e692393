import Domain
import PolicyEngine

extension Mutator {
    func ruleMutants() -> [Mutant] {
        parts.rules.indices.flatMap { index in
            [drops(index), conditions(index), lists(index), fields(index), audiences(index), ages(index)].joined()
        }
    }

    private func changed(
        _ index: Int, _ kind: MutationOperator, _ words: String, _ edit: (inout Rule) -> Void
    ) -> Mutant? {
        let rule = parts.rules[index]
        return mutant(kind, "\(rule.effect.rawValue) \(rule.id): \(words)", at: rule.location) {
            edit(&$0.rules[index])
        }
    }

    private func drops(_ index: Int) -> [Mutant] {
        let rule = parts.rules[index]
        var kind = rule.effect == .grant ? MutationOperator.dropGrant : .dropLimit
        if rule.effect == .limit, rule.condition.minor { kind = .dropMinorRule }
        let dropped = mutant(kind, "\(rule.effect.rawValue) \(rule.id): dropped", at: rule.location) {
            $0.rules.remove(at: index)
        }
        return [dropped].compactMap(\.self)
    }

    private func conditions(_ index: Int) -> [Mutant] {
        let parts: [(String, (inout Condition) -> Void)] = [
            ("kind", { $0.kinds = nil }), ("audience", { $0.audience = nil }), ("class", { $0.classes = nil }),
            ("tier", { $0.tiers = nil }), ("age", { $0.minimumAge = nil }), ("minor", { $0.minor = false }),
            ("private", { $0.isPrivate = false }), ("thirdParty", { $0.thirdParty = false }),
        ]
        return parts.compactMap { name, drop in
            changed(index, .dropCondition, "without `\(name)`") { drop(&$0.condition) }
        }
    }

    private func lists(_ index: Int) -> [Mutant] {
        list(index, \.kinds, ActivityKind.allCases, "kind") { "\($0)" }
            + list(index, \.tiers, Tier.allCases, "tier", \.name)
            + list(index, \.classes, policy.classes.map(\.code), "class") {
                policy.sensitivityClass($0)?.id ?? "unknown"
            }
    }

    private func list<Value: Hashable>(
        _ index: Int, _ path: WritableKeyPath<Condition, Set<Value>?>, _ all: [Value], _ noun: String,
        _ name: (Value) -> String
    ) -> [Mutant] {
        guard let present = parts.rules[index].condition[keyPath: path] else { return [] }
        return all.compactMap { value in
            let isPresent = present.contains(value)
            // An empty list matches nothing: that is the rule dropped.
            if isPresent, present.count == 1 { return nil }
            let words = "\(noun) `\(name(value))` \(isPresent ? "lost" : "added")"
            return changed(index, .changeList, words) { rule in
                rule.condition[keyPath: path] = isPresent ? present.subtracting([value]) : present.union([value])
            }
        }
    }

    private func fields(_ index: Int) -> [Mutant] {
        [(MutationOperator.widenField, -1), (.narrowField, 1)].flatMap { kind, direction in
            let rule = parts.rules[index]
            return rule.disclosure.steps(direction).compactMap { field, disclosure in
                // What a grant gives is in normal form when it is loaded.
                let told = rule.effect == .grant ? disclosure.normalized : disclosure
                return changed(index, kind, "`\(field)` so that it says \(told.notation)") { $0.disclosure = told }
            }
        }
    }

    private func audiences(_ index: Int) -> [Mutant] {
        guard let audience = parts.rules[index].condition.audience else { return [] }
        return [-1, 1].compactMap { step in
            guard let raw = UInt8(exactly: Int(audience.rawValue) + step), let other = Audience(rawValue: raw) else {
                return nil
            }
            return changed(index, .moveAudience, "`\(audience.name)` moved to `\(other.name)`") {
                $0.condition.audience = other
            }
        }
    }

    private func ages(_ index: Int) -> [Mutant] {
        guard let age = parts.rules[index].condition.minimumAge else { return [] }
        return [age - 1, age + 1].compactMap { (other: Int) -> Mutant? in
            changed(index, .changeAge, "from \(other) months on instead of \(age)") { $0.condition.minimumAge = other }
        }
    }
}
