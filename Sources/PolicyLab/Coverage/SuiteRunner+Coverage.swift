import Disclosure
import Domain
import PolicyEngine

extension SuiteRunner {
    /// What the suites reach of the policy, whether or not they pass.
    public func coverage() -> CoverageReport {
        var reach = CoverageReach(policy: policy)
        forEachExplanation { suite, one, explanation in reach.add(explanation, of: one, in: suite) }
        let classifier = policy.classifier(for: taxonomy)
        for suite in suites {
            for one in suite.classifications {
                reach.add(classifier.reason(category: one.category, title: one.title, brand: one.brand))
            }
        }
        return CoverageReport(sections: reach.sections)
    }
}
