import Disclosure
import FeedBuilder

extension FeedError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .invalidCursor: .parameter(.cursor, .malformed)
        case .invalidMark: .parameter(.since, .malformed)
        case .vault(let error): error.problem
        }
    }
}

extension OwnLedger.LedgerError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .invalidCursor: .parameter(.cursor, .malformed)
        case .vault(let error): error.problem
        }
    }
}
