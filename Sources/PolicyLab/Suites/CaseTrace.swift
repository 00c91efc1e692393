import Disclosure
import Domain
import PolicyEngine

/// Tells in steps what led to what was seen, for somebody who reads a failure.
struct CaseTrace {
    let policy: Policy
    let expected: Suite.Case

    func steps(_ explanation: Explanation) -> [CaseResult.Step] {
        var steps: [CaseResult.Step] = []
        func add(_ name: String, _ text: String?) {
            if let text, !text.isEmpty { steps.append(CaseResult.Step(name: name, text: text)) }
        }
        if !expected.isListed {
            add("note", "no line speaks of this pair, so nothing may be seen")
        }
        let seen = explanation.obstacle == nil ? explanation.disclosure : .nothing
        add("expected", expected.expectation.disclosure.notation)
        add("seen", seen.notation)
        add("audience", explanation.audience?.name ?? "none, as one blocks the other")
        add("class", explanation.classes.map(text).joined(separator: "; "))
        add("rules", explanation.determining.map(\.id).joined(separator: ", "))
        add("allowed", explanation.allowed.notation)
        if explanation.consented != explanation.allowed { add("consented", explanation.consented.notation) }
        if explanation.fitting != explanation.consented { add("fitting", explanation.fitting.notation) }
        add("obstacle", explanation.obstacle?.suiteObstacle.rawValue)
        add("released", explanation.releasedAt?.description)
        return steps
    }

    private func text(_ finding: ClassFinding) -> String {
        let by =
            if let term = finding.reason?.term { ", by the term `\(term)`" } else {
                finding.reason?.root.map { ", by the root `\($0)`" } ?? ""
            }
        return "\(finding.id) (\(finding.tier.name)\(by))"
    }
}
