import Disclosure
import HTTPTypes

/// A refusal, ready to be answered: a kind, what is wrong with which field, and the headers that go with it.
///
/// Sensitivity: none; it holds nothing of anybody's and nothing of the request. The one text in it that is not a constant
/// of this program is a report about policy files, for operators.
struct Problem: Error, Sendable {
    /// The most faults that one answer lists.
    static let maximumErrors = 32

    let kind: ProblemKind
    let errors: [FieldError]
    let headers: HTTPFields
    let report: PolicyReport?

    init(
        _ kind: ProblemKind, errors: [FieldError] = [], headers: HTTPFields = [:], report: PolicyReport? = nil
    ) {
        self.kind = kind
        self.report = report
        self.errors = Array(errors.prefix(Self.maximumErrors))
        self.headers = headers
    }

    /// A parameter that is not acceptable.
    static func parameter(_ parameter: Parameter, _ fault: FieldFault) -> Problem {
        Problem(.invalidParameters, errors: [FieldError(.parameter(parameter), fault)])
    }

    /// The client is to come again after a number of seconds.
    static func retry(_ kind: ProblemKind, afterSeconds seconds: Int) -> Problem {
        Problem(kind, headers: [.retryAfter: String(seconds)])
    }
}
