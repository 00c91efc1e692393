import Disclosure

extension PolicyReloadError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .nothingToLoad: Problem(.conflict, report: PolicyReport(self))
        case .unreadable, .invalid: Problem(.policyInvalid, report: PolicyReport(self))
        case .refused(.storage), .failed: .retry(.unavailable, afterSeconds: 1)
        case .refused: Problem(.policyRefused, report: PolicyReport(self))
        }
    }
}
