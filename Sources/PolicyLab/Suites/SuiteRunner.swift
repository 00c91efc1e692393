import Disclosure
public import Domain
public import PolicyEngine

/// Runs suites against a policy, with the code that serves real people.
///
/// What does not depend on the policy is worked out once, so that running the suites again under many policies is cheap.
public struct SuiteRunner: Sendable {
    public let policy: Policy
    let taxonomy: Taxonomy
    let worlds: [SuiteWorld]
    private let rehearsals: [Rehearsal]
    /// Whether the rehearsals are those of another policy.
    private let isDerived: Bool

    /// Makes the catalogue of each suite.
    public init(suites: [Suite], policy: Policy, taxonomy: Taxonomy) {
        let worlds = suites.map(SuiteWorld.init)
        self.init(
            policy: policy, taxonomy: taxonomy, worlds: worlds,
            rehearsals: worlds.map { Rehearsal(policy: policy, taxonomy: taxonomy, goods: $0.goods) }, isDerived: false)
    }

    private init(
        policy: Policy, taxonomy: Taxonomy, worlds: [SuiteWorld], rehearsals: [Rehearsal], isDerived: Bool
    ) {
        self.policy = policy
        self.taxonomy = taxonomy
        self.worlds = worlds
        self.rehearsals = rehearsals
        self.isDerived = isDerived
    }

    public var suites: [Suite] { worlds.map(\.suite) }

    /// The same suites against another policy.
    public func under(_ policy: Policy) -> SuiteRunner {
        SuiteRunner(policy: policy, taxonomy: taxonomy, worlds: worlds, rehearsals: rehearsals, isDerived: true)
    }

    /// Every case whose name, after its suite's and a slash, contains the filter; up to the first failure if so asked.
    public func run(filter: String? = nil, stopAtFirstFailure: Bool = false) -> SuiteReport {
        let classifier = policy.classifier(for: taxonomy)
        var results: [SuiteResult] = []
        for (index, world) in worlds.enumerated() {
            let suite = world.suite
            func isAsked(_ name: String) -> Bool { filter.map { "\(suite.name) / \(name)".contains($0) } ?? true }
            var result = SuiteResult(name: suite.name, location: suite.location, cases: [])
            let cases = suite.cases.filter { isAsked($0.name) }
            if !cases.isEmpty {
                switch stage(index) {
                case .success(let stage):
                    for one in cases {
                        result.cases.append(self.result(of: one, in: suite, stage))
                        if stopAtFirstFailure, result.cases.last?.isPassed == false { break }
                    }
                case .failure(let refusal): result.cases.append(self.result(refusal, suite))
                }
            }
            let others = suite.classifications.lazy.filter { isAsked($0.name) }.map { self.result(of: $0, classifier) }
            let bands = suite.bands.lazy.filter { isAsked($0.name) }.map { self.result(of: $0) }
            for other in [AnySequence(others), AnySequence(bands)].joined() {
                if stopAtFirstFailure, !result.failures.isEmpty { break }
                result.cases.append(other)
            }
            if !result.cases.isEmpty { results.append(result) }
            if stopAtFirstFailure, !result.failures.isEmpty { break }
        }
        return SuiteReport(suites: results, filter: filter)
    }

    /// The first case that fails, found as quickly as can be; nothing when all pass.
    ///
    /// For telling this policy from the one that the runner was made with, under which all suites must pass: classification
    /// is not looked at again where both classify alike. `first` are positions of suites to begin with.
    public func firstFailure(tryingFirst first: [Int] = []) -> CaseFailure? {
        let order = first.filter(worlds.indices.contains) + worlds.indices.filter { !first.contains($0) }
        if !isDerived || rehearsals.first.map({ !policy.classifies(like: $0.policy) }) ?? true {
            let classifier = policy.classifier(for: taxonomy)
            for index in order {
                let suite = worlds[index].suite
                for one in suite.classifications where !differences(of: one, classifier).isEmpty {
                    return failure(index, one.name, one.location)
                }
            }
        }
        for index in order {
            for one in worlds[index].suite.bands where policy.priceBands.band(of: one.amount) != one.expected {
                return failure(index, one.name, one.location)
            }
        }
        for index in order where !worlds[index].suite.cases.isEmpty {
            let suite = worlds[index].suite
            guard case .success(let stage) = stage(index) else { return failure(index, "consent", suite.location) }
            for one in suite.cases where !isPassed(one, in: suite, stage) {
                return failure(index, one.name, one.location)
            }
        }
        return nil
    }

    /// Every case with everything that led to what was seen, suite by suite; nothing for what could not be decided.
    func forEachExplanation(_ visit: (Suite, Suite.Case, Explanation) -> Void) {
        for (index, world) in worlds.enumerated() where !world.suite.cases.isEmpty {
            guard case .success(let stage) = stage(index) else { continue }
            for one in world.suite.cases {
                guard let explanation = try? stage.explanation(of: one) else { continue }
                visit(world.suite, one, explanation)
            }
        }
    }

    private func failure(_ index: Int, _ name: String, _ location: SourceLocation) -> CaseFailure {
        CaseFailure(suite: index, name: "\(worlds[index].suite.name) / \(name)", location: location)
    }

    private func stage(_ index: Int) -> Result<SuiteStage, RefusedConsentError> {
        Result { () throws(RefusedConsentError) in
            try SuiteStage(worlds[index], isDerived ? rehearsals[index].under(policy) : rehearsals[index])
        }
    }
}
