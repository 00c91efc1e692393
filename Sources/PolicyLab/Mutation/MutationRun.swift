public import Domain
public import PolicyEngine

/// Runs the suites against every mutant of a policy.
public struct MutationRun: Sendable {
    private let policy: Policy
    private let taxonomy: Taxonomy
    private let runner: SuiteRunner
    /// What is to be tried, in order.
    public let mutants: [Mutant]

    /// Tries all operators, or some, or the mutants whose change contains a text.
    public init(
        suites: [Suite], policy: Policy, taxonomy: Taxonomy, operators: Set<MutationOperator>? = nil,
        filter: String? = nil
    ) {
        self.policy = policy
        self.taxonomy = taxonomy
        runner = SuiteRunner(suites: suites, policy: policy, taxonomy: taxonomy)
        mutants = Mutator(policy: policy, taxonomy: taxonomy).mutants().filter { mutant in
            operators.map { $0.contains(mutant.operator) } ?? true && filter.map(mutant.change.contains) ?? true
        }
    }

    /// The first case that fails under the policy itself: no mutant can be judged by suites that fail anyway.
    public func failureWithoutMutation() -> CaseFailure? { runner.firstFailure() }

    /// Tries every mutant, so many at a time; `progress` is told how many are done.
    public func report(
        width: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async -> MutationReport {
        let outcomes = await withTaskGroup(of: [(Int, MutationReport.Outcome)].self) { group in
            for lane in 0..<max(1, width) {
                group.addTask { self.outcomes(lane: lane, of: max(1, width), progress) }
            }
            var outcomes: [(Int, MutationReport.Outcome)] = []
            for await some in group { outcomes += some }
            return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
        }
        return MutationReport(policy: policy, outcomes: outcomes)
    }

    /// Every so-manieth mutant; the suite that noticed the last one is asked first, since neighbours are alike.
    private func outcomes(
        lane: Int, of width: Int, _ progress: @Sendable (Int) -> Void
    ) -> [(Int, MutationReport.Outcome)] {
        var outcomes: [(Int, MutationReport.Outcome)] = []
        var likely: [Int] = []
        for index in stride(from: lane, to: mutants.count, by: width) {
            let mutant = mutants[index]
            let changed = policy.with(mutant.parts)
            let fate: MutationReport.Fate
            if let failure = runner.under(changed).firstFailure(tryingFirst: likely) {
                likely = [failure.suite] + likely.filter { $0 != failure.suite }.prefix(2)
                fate = .killed(by: failure.name)
            } else if let difference = PolicyEquivalence.differingCell(policy, changed, taxonomy) {
                fate = .survived(difference)
            } else {
                fate = .equivalent
            }
            outcomes.append((index, MutationReport.Outcome(mutant: mutant, fate: fate)))
            progress(outcomes.count)
        }
        return outcomes
    }
}
