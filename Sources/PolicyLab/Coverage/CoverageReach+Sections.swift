import Domain
import PolicyEngine

extension CoverageReach {
    /// What is reached of each kind of thing, and what is not.
    var sections: [CoverageSection] {
        let ids = policy.rules.map(\.id)
        return [
            CoverageSection(
                name: "rules that match", total: ids.count,
                missing: ids.filter { !matched.contains($0) }.map {
                    CoverageSection.Missing(text: "`\($0)`", suggestion: nil)
                }),
            CoverageSection(
                name: "rules that decide", total: ids.count,
                missing: ids.filter { !determining.contains($0) }.map {
                    CoverageSection.Missing(text: "`\($0)`", suggestion: nil)
                }),
            conditions, cellSection, rootSection, termSection,
        ]
    }

    /// Two to reach for each part, unless no activity can: a part that always holds cannot fail.
    private var conditions: CoverageSection {
        var reachable: Set<Part> = []
        let space = policy.table.space
        for cell in 0..<space.cellCount {
            let facts = space.facts(ofCell: cell)
            if facts.canHappen(under: policy) { reachable.formUnion(Self.parts(facts, policy)) }
        }
        let missing = reachable.subtracting(parts).sorted {
            ($0.rule, $0.part.rawValue, $0.isSatisfied ? 0 : 1) < ($1.rule, $1.part.rawValue, $1.isSatisfied ? 0 : 1)
        }
        return CoverageSection(
            name: "conditions", total: reachable.count,
            missing: missing.map { part in
                let how = part.isSatisfied ? "is never satisfied" : "never fails alone"
                return CoverageSection.Missing(
                    text: "`\(part.part.rawValue)` of `\(part.rule)` \(how)", suggestion: nil)
            })
    }

    private var cellSection: CoverageSection {
        let all = CoverageCell.all(policy)
        return CoverageSection(
            name: "cells", total: all.count,
            missing: all.filter { !cells.contains($0) }.map { cell in
                let name = className(cell.classCode)
                let optIn = cell.isOptedIn.map { $0 ? ", opted in" : ", not opted in" } ?? ""
                return CoverageSection.Missing(
                    text: "\(cell.kind) of `\(name)` to \(cell.audience.name)\(optIn)", suggestion: row(cell))
            })
    }

    /// A row of a table with what the rules allow today; it is for the auditor to say whether that is right.
    private func row(_ cell: CoverageCell) -> String {
        let allowed = policy.table.disclosure(
            DecisionFacts(kind: cell.kind, audience: cell.audience, classCode: cell.classCode))
        return "good-of-\(className(cell.classCode)): { \(cell.audience.name): \(allowed.notation) }"
    }

    private var rootSection: CoverageSection {
        let missing = policy.roots.filter { !roots.contains($0.node) }
        return CoverageSection(
            name: "roots", total: policy.roots.count,
            missing: missing.map { root in
                CoverageSection.Missing(
                    text: "`\(root.node)`",
                    suggestion: "- { class: \(className(root.classCode)), roots: [\(root.node)] }")
            })
    }

    private var termSection: CoverageSection {
        var all: [TermWord] = []
        for term in policy.terms {
            all += (term.english + term.chinese).map { TermWord(classCode: term.classCode, word: $0) }
        }
        let words = Set(all)
        let missing = words.subtracting(terms).sorted {
            (className($0.classCode), $0.word) < (className($1.classCode), $1.word)
        }
        return CoverageSection(
            name: "terms", total: words.count,
            missing: missing.map { term in
                CoverageSection.Missing(
                    text: "\"\(term.word)\"",
                    suggestion: "- { class: \(className(term.classCode)), in: …, terms: [\"\(term.word)\"] }")
            })
    }

    private func className(_ code: ClassCode) -> String {
        code == .unknown ? "unclassified" : policy.sensitivityClass(code)?.id ?? "unclassified"
    }
}
