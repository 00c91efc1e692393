import Disclosure
import HTTPTypes
import Hummingbird

/// One thing that the API does: a method on a path, the scope that it needs, and the work.
struct Endpoint: Sendable {
    let method: HTTPRequest.Method
    /// The path as a template, such as `/v1/items/{id}`; the only form in which paths are logged and counted.
    let path: String
    let scope: Scope
    let work: @Sendable (APIRequest) async throws -> Response
    /// The answer, where it is there already and still good.
    let ready: @Sendable (APIRequest) -> Response?
    /// Whether an answer may be kept for a request that is sent again; not of what can be narrowed meanwhile.
    let isReplayable: Bool

    init(
        _ method: HTTPRequest.Method, _ path: String, _ scope: Scope, isReplayable: Bool = true,
        ready: @escaping @Sendable (APIRequest) -> Response? = { _ in nil },
        _ work: @escaping @Sendable (APIRequest) async throws -> Response
    ) {
        self.method = method
        self.path = path
        self.scope = scope
        self.isReplayable = isReplayable
        self.work = work
        self.ready = ready
    }

    /// Refuses a body where none is read, so that nobody believes it was.
    func checkBody(of request: Request) throws(Problem) {
        guard method == .get || method == .delete else { return }
        try request.refuseBody()
    }
}
