import Disclosure

extension CatalogueSearchError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .invalidCursor: .parameter(.cursor, .malformed)
        case .vault(let error): error.problem
        }
    }
}
