public import PolicyEngine

/// Which mistakes the suites of a policy notice.
public struct MutationReport: Sendable {
    /// What became of a mutant.
    public enum Fate: Sendable {
        /// The case that noticed it.
        case killed(by: String)
        /// It decides everything as the policy does, so nothing could notice it.
        case equivalent
        /// No suite noticed it, though it decides something differently.
        case survived(PolicyDistinction)
    }

    public struct Outcome: Sendable {
        public let mutant: Mutant
        public let fate: Fate
    }

    public let policy: Policy
    public let outcomes: [Outcome]

    /// Mutants that decide something differently.
    public var effective: Int { outcomes.count { !$0.isEquivalent } }
    public var killed: Int { outcomes.count { $0.isKilled } }
    public var survivors: [Outcome] { outcomes.filter { !$0.isEquivalent && !$0.isKilled } }
    /// Tenths of a percent of the effective mutants that were noticed, rounded down.
    public var score: Int { effective == 0 ? 1000 : killed * 1000 / effective }

    /// Whether at least so many percent were noticed.
    public func verdict(atLeast percent: Double) -> Verdict {
        Double(killed) * 100 >= percent * Double(effective) ? .passed : .mutantsSurvived
    }
}

extension MutationReport.Outcome {
    var isKilled: Bool { if case .killed = fate { true } else { false } }
    var isEquivalent: Bool { if case .equivalent = fate { true } else { false } }
}
