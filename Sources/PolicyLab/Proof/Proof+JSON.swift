import Domain
import Foundation
import PolicyEngine

extension Proof {
    private struct Document: Encodable {
        struct Claim: Encodable {
            let id: String
            let says: LocalizedText
            let because: [String]
            let proved: Bool
            let cases: Int
            let counterexample: String?
            let rules: [Counterexample.RuleReference]?
        }

        let policy: String
        let proved: Bool
        let cells: Int
        let nodes: Int
        let invariants: [Claim]
    }

    /// For programs: one document, its keys in alphabetical order.
    public func json() throws -> String {
        let document = Document(
            policy: revision, proved: isComplete, cells: cells, nodes: nodes,
            invariants: outcomes.map { outcome in
                Document.Claim(
                    id: outcome.invariant.id, says: outcome.invariant.says, because: outcome.invariant.because,
                    proved: outcome.isProved, cases: outcome.cases,
                    counterexample: outcome.counterexample?.sentence, rules: outcome.counterexample?.rules)
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    }
}
