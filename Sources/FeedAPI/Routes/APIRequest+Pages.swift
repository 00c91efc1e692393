import Domain
import FeedBuilder

extension APIRequest {
    /// Which page of a collection is asked for.
    func page(allowing more: Set<Parameter> = []) throws(Problem) -> PageRequest {
        let query = try query(allowing: more.union([.limit, .cursor]))
        return PageRequest(limit: try query.limit(), cursor: query[.cursor], since: query[.since])
    }

    /// A handle in the path; a text that is none names nobody, and is answered like one that names nobody.
    func handle(_ parameter: Parameter = .handle) throws(Problem) -> Handle {
        guard let handle = pathValue(parameter).flatMap({ Handle($0) }) else { throw Problem(.notFound) }
        return handle
    }
}
