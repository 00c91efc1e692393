import PolicyEngine

/// The simplest case in which an invariant does not hold, and the rules that made it so.
public struct Counterexample: Sendable, Equatable {
    /// A rule of the policy, with the place where it is written.
    public struct RuleReference: Sendable, Equatable, Encodable {
        public let id: String
        public let file: String
        public let line: Int
    }

    /// What happens, in words.
    public let sentence: String
    public let rules: [RuleReference]
    /// The input, where it is one of the decision space.
    public let input: ProofInput?

    init(_ sentence: String, rules: [Rule] = [], input: ProofInput? = nil) {
        self.sentence = sentence
        self.rules = rules.map { RuleReference($0) }
        self.input = input
    }
}

extension Counterexample.RuleReference {
    init(_ rule: Rule) {
        self.init(id: rule.id, file: rule.location.file, line: rule.location.line)
    }

    /// The id, and where it stands: `id` (disclosure.yaml:12).
    var words: String {
        "`\(id)` (\(file.split(separator: "/").last.map(String.init) ?? file):\(line))"
    }
}
