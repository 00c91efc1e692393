import Foundation
import PolicyEngine

extension SuiteReport {
    private struct Document: Encodable {
        let verdict: String
        let cases: Int
        let failures: Int
        let filter: String?
        let suites: [SuiteEntry]
    }

    private struct SuiteEntry: Encodable {
        let name: String
        let file: String
        let cases: [CaseEntry]
    }

    private struct CaseEntry: Encodable {
        let name: String
        let line: Int
        let column: Int
        let passed: Bool
        let differences: [Difference]?
        let trace: [CaseResult.Step]?
    }

    /// Every case with its outcome, for programs.
    public var json: String {
        let document = Document(
            verdict: verdict == .passed ? "passed" : "failed", cases: caseCount, failures: failureCount,
            filter: filter,
            suites: suites.map { suite in
                SuiteEntry(
                    name: suite.name, file: suite.location.file,
                    cases: suite.cases.map { result in
                        CaseEntry(
                            name: result.name, line: result.location.line, column: result.location.column,
                            passed: result.isPassed, differences: result.isPassed ? nil : result.differences,
                            trace: result.isPassed ? nil : result.trace)
                    })
            })
        return JSONText.text(of: document)
    }
}
