import Domain
import PolicyEngine

extension Mutator {
    func classMutants() -> [Mutant] {
        policy.classes.flatMap { known -> [Mutant] in
            let steps = [(MutationOperator.lowerTier, -1), (.raiseTier, 1)].compactMap { kind, step -> Mutant? in
                guard let raw = UInt8(exactly: Int(known.tier.rawValue) + step), let tier = Tier(rawValue: raw) else {
                    return nil
                }
                return mutant(kind, "class \(known.id): tier `\(tier.name)` instead of `\(known.tier.name)`") {
                    $0.tiers[known.code] = tier
                }
            }
            guard known.tier == .coarsen || known.tier == .withhold else { return steps }
            // One step below tier C is ordinary already.
            let ordinary = mutant(.dropOptIn, "class \(known.id): treated as ordinary") {
                $0.tiers[known.code] = .ordinary
            }
            return steps + [ordinary].compactMap(\.self)
        }
    }

    func rootMutants() -> [Mutant] {
        let rooted = Set(parts.roots.map(\.node))
        return parts.roots.indices.flatMap { index -> [Mutant] in
            let root = parts.roots[index]
            let name = "root \(root.node) of \(policy.sensitivityClass(root.classCode)?.id ?? "unknown")"
            var mutants = [mutant(.dropRoot, "\(name): dropped") { $0.roots.remove(at: index) }]
            if let parent = taxonomy.category(id: root.node)?.parentID, !rooted.contains(parent) {
                mutants.append(
                    mutant(.moveRoot, "\(name): moved up to \(parent)") {
                        $0.roots[index] = Root(node: parent, classCode: root.classCode, because: root.because)
                    })
            }
            mutants.append(
                mutant(.releaseRoot, "\(name): given to ordinary goods") {
                    $0.roots[index] = Root(
                        node: root.node, classCode: policy.ordinaryClassCode, because: root.because)
                })
            return mutants.compactMap(\.self)
        }
    }

    func termMutants() -> [Mutant] {
        let lists: [(MutationOperator, WritableKeyPath<Term, [String]>)] = [
            (.dropTerm, \.english), (.dropTerm, \.chinese), (.dropException, \.exceptEnglish),
            (.dropException, \.exceptChinese),
        ]
        return parts.terms.indices.flatMap { index in
            lists.flatMap { kind, path in
                parts.terms[index][keyPath: path].indices.compactMap { word in
                    let term = parts.terms[index]
                    let noun = kind == .dropTerm ? "term" : "exception"
                    let id = policy.sensitivityClass(term.classCode)?.id ?? "unknown"
                    return mutant(kind, "\(noun) `\(term[keyPath: path][word])` of \(id): dropped") {
                        $0.terms[index][keyPath: path].remove(at: word)
                    }
                }
            }
        }
    }
}
