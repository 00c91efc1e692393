import Domain
import PolicyEngine

extension Mutator {
    func levelMutants() -> [Mutant] {
        Level.allCases.flatMap { level in
            [(MutationOperator.widenField, -1), (.narrowField, 1)].flatMap { kind, direction in
                (parts.levels[level] ?? .nothing).steps(direction).compactMap { field, disclosure in
                    let told = disclosure.normalized
                    return mutant(kind, "level \(level.rawValue): `\(field)` so that it says \(told.notation)") {
                        $0.levels[level] = told
                    }
                }
            }
        } + defaultMutants()
    }

    private func defaultMutants() -> [Mutant] {
        Consent.Setting.all.flatMap { setting in
            let level = parts.defaults[setting.tier]?[setting.audience] ?? .nothing
            let position = Level.allCases.firstIndex(of: level) ?? 0
            return [position - 1, position + 1].compactMap { other -> Mutant? in
                guard Level.allCases.indices.contains(other) else { return nil }
                let words =
                    "default of \(setting.tier.name) goods for \(setting.audience.name): "
                    + "`\(Level.allCases[other].rawValue)` instead of `\(level.rawValue)`"
                return mutant(.changeDefault, words) {
                    $0.defaults[setting.tier, default: [:]][setting.audience] = Level.allCases[other]
                }
            }
        }
    }
}
