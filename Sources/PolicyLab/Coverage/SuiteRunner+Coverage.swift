import Disclosure
import Domain
import PolicyEngine

extension SuiteRunner {
    /// What the suites reach of the policy, whether or not they pass.
    public func coverage() -> CoverageReport {
        var reach = CoverageReach(policy: policy)
        forEachExplanation { suite, one, explanation in reach.add(explanation, of: one, in: suite) }
        for suite in suites {
            for one in suite.classifications { reach.add(reason(one)) }
        }
        return CoverageReport(sections: reach.sections)
    }
}
