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
    private let classifier: Classifier
    /// Without goods; made with another policy where `isDerived`.
    private let base: Rehearsal
    /// With the goods of each suite; made with another policy where `isDerived`.
    private let rehearsals: [Rehearsal]
    private let isDerived: Bool
    /// Whether the rehearsals were made with a policy that puts every good into the same class.
    private let classifiesAlike: Bool

    /// Makes the catalogue of each suite.
    public init(suites: [Suite], policy: Policy, taxonomy: Taxonomy) {
        self.policy = policy
        self.taxonomy = taxonomy
        classifier = policy.classifier(for: taxonomy)
        worlds = suites.map(SuiteWorld.init)
        let base = Rehearsal(policy: policy, taxonomy: taxonomy, goods: [])
        self.base = base
        rehearsals = worlds.map { base.adding($0.goods) }
        isDerived = false
        classifiesAlike = true
    }

    private init(_ runner: SuiteRunner, under policy: Policy) {
        self.policy = policy
        taxonomy = runner.taxonomy
        worlds = runner.worlds
        let isAlike = policy.classifies(like: runner.policy)
        classifier = isAlike ? runner.classifier : policy.classifier(for: runner.taxonomy)
        base = runner.base
        rehearsals = runner.rehearsals
        isDerived = true
        classifiesAlike = runner.classifiesAlike && isAlike
    }

    public var suites: [Suite] { worlds.map(\.suite) }

    /// The same suites against another policy.
    public func under(_ policy: Policy) -> SuiteRunner {
        SuiteRunner(self, under: policy)
    }

    /// Every case whose name, after its suite's and a slash, contains the filter; up to the first failure if so asked.
    public func run(filter: String? = nil, stopAtFirstFailure: Bool = false) -> SuiteReport {
        var results: [SuiteResult] = []
        let rehearsal = rehearsing()
        for index in worlds.indices {
            let suite = worlds[index].suite
            let cases = self.results(index, rehearsal) { name in
                filter.map { "\(suite.name) / \(name)".contains($0) } ?? true
            }
            var result = SuiteResult(name: suite.name, location: suite.location, cases: [])
            var hasFailed = false
            for one in cases {
                result.cases.append(one)
                hasFailed = hasFailed || !one.isPassed
                if hasFailed, stopAtFirstFailure { break }
            }
            if !result.cases.isEmpty { results.append(result) }
            if hasFailed, stopAtFirstFailure { break }
        }
        return SuiteReport(suites: results, filter: filter)
    }

    /// The results of a suite's cases that are asked for, each worked out when it is looked at.
    private func results(
        _ index: Int, _ rehearsal: (Int) -> Rehearsal, _ isAsked: @escaping (String) -> Bool
    ) -> some Sequence<CaseResult> {
        let suite = worlds[index].suite
        let cases = suite.cases.filter { isAsked($0.name) }
        let staged: AnySequence<CaseResult>
        switch cases.isEmpty ? nil : stage(index, rehearsal) {
        case nil: staged = AnySequence([])
        case .success(let stage): staged = AnySequence(cases.lazy.map { result(of: $0, in: suite, stage) })
        case .failure(let refusal): staged = AnySequence([result(refusal, suite)])
        }
        let classified = suite.classifications.lazy.filter { isAsked($0.name) }.map { result(of: $0) }
        let banded = suite.bands.lazy.filter { isAsked($0.name) }.map { result(of: $0) }
        let pinned = pinned(suite).lazy.filter { isAsked($0.name) }
        return [staged, AnySequence(classified), AnySequence(banded), AnySequence(pinned)].joined()
    }

    /// The first case that fails, found as quickly as can be; nothing when all pass.
    ///
    /// For telling this policy from the one that the runner was made with, under which all suites must pass: classification
    /// is not looked at again where both classify alike. `first` are positions of suites to begin with.
    public func firstFailure(tryingFirst first: [Int] = []) -> CaseFailure? {
        let order = first.filter(worlds.indices.contains) + worlds.indices.filter { !first.contains($0) }
        for index in order {
            for one in pinned(worlds[index].suite) where !one.isPassed { return failure(index, one.name, one.location) }
        }
        if !isDerived || !classifiesAlike {
            for index in order {
                for one in worlds[index].suite.classifications where !differences(of: one).isEmpty {
                    return failure(index, one.name, one.location)
                }
            }
        }
        for index in order {
            for one in worlds[index].suite.bands where policy.priceBands.band(of: one.amount) != one.expected {
                return failure(index, one.name, one.location)
            }
        }
        let rehearsal = rehearsing()
        for index in order where !worlds[index].suite.cases.isEmpty {
            let suite = worlds[index].suite
            guard case .success(let stage) = stage(index, rehearsal) else {
                return failure(index, "consent", suite.location)
            }
            for one in suite.cases where !isPassed(one, in: suite, stage) {
                return failure(index, one.name, one.location)
            }
        }
        return nil
    }

    /// Every case with everything that led to what was seen, suite by suite; nothing for what could not be decided.
    func forEachExplanation(_ visit: (Suite, Suite.Case, Explanation) -> Void) {
        let rehearsal = rehearsing()
        for (index, world) in worlds.enumerated() where !world.suite.cases.isEmpty {
            guard case .success(let stage) = stage(index, rehearsal) else { continue }
            for one in world.suite.cases {
                guard let explanation = try? stage.explanation(of: one) else { continue }
                visit(world.suite, one, explanation)
            }
        }
    }

    /// The class that a good would be in under this policy.
    func reason(_ one: Suite.Classification) -> ClassificationReason {
        classifier.reason(category: one.category, title: one.title, brand: one.brand)
    }

    private func failure(_ index: Int, _ name: String, _ location: SourceLocation) -> CaseFailure {
        CaseFailure(suite: index, name: "\(worlds[index].suite.name) / \(name)", location: location)
    }

    private func stage(
        _ index: Int, _ rehearsal: (Int) -> Rehearsal
    ) -> Result<SuiteStage, RefusedConsentError> {
        Result { () throws(RefusedConsentError) in try SuiteStage(worlds[index], rehearsal(index)) }
    }

    /// Makes the rehearsal of a suite; the taxonomy is gone through once for all of them, and not before any is needed.
    private func rehearsing() -> (Int) -> Rehearsal {
        if !isDerived { return { rehearsals[$0] } }
        if classifiesAlike { return { rehearsals[$0].under(policy) } }
        let base = base.under(policy)
        return { base.adding(worlds[$0].goods) }
    }

    /// What the suite says of tiers and figures.
    private func pinned(_ suite: Suite) -> [CaseResult] {
        (suite.tiers.map { results(of: $0) } ?? []) + suite.figures.map { result(of: $0) }
    }
}
