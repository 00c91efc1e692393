import Domain
import PolicyEngine

extension Proof {
    /// For people: a line for every invariant, and under a broken one what it says and what contradicts it.
    public var text: String {
        let width = outcomes.map(\.invariant.id.count).max() ?? 0
        var lines: [String] = []
        for outcome in outcomes {
            let id = outcome.invariant.id
            let padding = String(repeating: " ", count: width - id.count)
            lines.append(
                "\(outcome.isProved ? "proved" : "BROKEN")  \(id)\(padding)  \(Self.grouped(outcome.cases)) cases")
            guard let counterexample = outcome.counterexample else { continue }
            let place = outcome.invariant.location
            lines.append("        \(place.file):\(place.line): \(outcome.invariant.says.en ?? "")")
            lines.append("        counterexample: \(counterexample.sentence)")
        }
        let broken = outcomes.filter { !$0.isProved }.count
        lines.append("")
        lines.append(
            "policy \(revision): \(outcomes.count - broken) of \(outcomes.count) invariants proved over "
                + "\(Self.grouped(cells)) cells and \(Self.grouped(nodes)) nodes of the taxonomy")
        if outcomes.isEmpty { lines.append("no invariant is claimed, so nothing is proved") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// With a comma before every three digits.
    private static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.indices.map { index in
            let isStart = index > 0 && (digits.count - index).isMultiple(of: 3)
            return (isStart ? "," : "") + String(digits[index])
        }.joined()
    }
}
