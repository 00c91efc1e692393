import Disclosure
import Domain
import PolicyEngine

extension SuiteRunner {
    func isPassed(_ one: Suite.Case, in suite: Suite, _ stage: SuiteStage) -> Bool {
        guard let explanation = try? stage.explanation(of: one) else { return false }
        return CaseCheck(activity: suite.activities[one.activity], expectation: one.expectation)
            .differences(explanation).isEmpty
    }

    func result(of one: Suite.Case, in suite: Suite, _ stage: SuiteStage) -> CaseResult {
        do throws(IntakeError) {
            guard let explanation = try stage.explanation(of: one) else {
                return refused(one, "the owner is nobody")
            }
            let check = CaseCheck(activity: suite.activities[one.activity], expectation: one.expectation)
            let differences = check.differences(explanation)
            return CaseResult(
                name: one.name, location: one.location, differences: differences,
                trace: differences.isEmpty ? [] : CaseTrace(policy: policy, expected: one).steps(explanation))
        } catch {
            return refused(one, "\(error)")
        }
    }

    /// An activity that intake does not take is nothing that anybody could see, and not what the suite meant.
    private func refused(_ one: Suite.Case, _ reason: String) -> CaseResult {
        CaseResult(
            name: one.name, location: one.location,
            differences: [Difference("intake", expected: "taken", actual: "refused: \(reason)")].compactMap(\.self))
    }

    func result(_ refusal: RefusedConsentError, _ suite: Suite) -> CaseResult {
        CaseResult(
            name: "consent of \(refusal.owner.text)", location: suite.location,
            differences: [
                Difference("consent", expected: "taken", actual: "refused: \(refusal.description(policy))")
            ].compactMap(\.self))
    }

    func result(of one: Suite.Classification) -> CaseResult {
        let differences = differences(of: one)
        guard !differences.isEmpty else { return CaseResult(name: one.name, location: one.location) }
        let reason = self.reason(one)
        let because = reason.because.joined(separator: ", ")
        return CaseResult(
            name: one.name, location: one.location, differences: differences,
            trace: because.isEmpty ? [] : [CaseResult.Step(name: "because", text: because)])
    }

    func differences(of one: Suite.Classification) -> [Difference] {
        let reason = self.reason(one)
        var differences: [Difference?] = []
        if reason.classCode != one.classCode {
            differences.append(
                Difference("class", expected: name(one.classCode), actual: name(reason.classCode)))
        }
        if let by = one.by, by != reason.root, by != reason.term {
            differences.append(Difference("by", expected: by, actual: reason.term ?? reason.root ?? "nothing"))
        }
        return differences.compactMap(\.self)
    }

    func result(of one: Suite.Band) -> CaseResult {
        let band = policy.priceBands.band(of: one.amount)
        return CaseResult(
            name: one.name, location: one.location,
            differences: [
                Difference("from", expected: String(one.expected.from), actual: String(band.from)),
                Difference("to", expected: name(one.expected.to), actual: name(band.to)),
            ].compactMap(\.self))
    }

    func results(of list: Suite.TierList) -> [CaseResult] {
        let unlisted = list.unlisted(of: policy).joined(separator: ", ")
        let entries = list.entries.map { one in
            CaseResult(
                name: one.name, location: one.location,
                differences: [
                    Difference("tier", expected: one.tier.name, actual: policy.tier(of: one.classCode).name)
                ].compactMap(\.self))
        }
        let rest = CaseResult(
            name: "every class has a tier", location: list.location,
            differences: [Difference("unlisted", expected: "none", actual: unlisted.isEmpty ? "none" : unlisted)]
                .compactMap(\.self))
        return entries + [rest]
    }

    func result(of one: Suite.Figure) -> CaseResult {
        CaseResult(
            name: one.name, location: one.location,
            differences: [Difference("value", expected: one.expected, actual: one.figure.value(in: policy))]
                .compactMap(\.self))
    }

    private func name(_ edge: Int64?) -> String { edge.map { String($0) } ?? "none" }

    private func name(_ code: ClassCode) -> String {
        if code == .unknown { return "unclassified" }
        return policy.sensitivityClass(code)?.id ?? "a class that the policy lacks"
    }
}
