import Disclosure
import HTTPTypes
import Hummingbird

/// One thing that the API does: a method on a path, the scope that it needs, and the work.
struct Endpoint: Sendable {
    let method: HTTPRequest.Method
    /// The path as a template, such as `/v1/items/{id}`; the only form in which paths are logged and counted.
    let path: String
    let scope: Scope
    let work: @Sendable (APIRequest) async throws -> Answer
    /// The answer, where it is there already and still good.
    let ready: @Sendable (APIRequest) -> Admitted<ReadyAnswer>?
    /// What becomes of a `POST` or `PATCH` that is sent again under its idempotency key.
    let repeats: Repeats
    /// Whether the work is cut off when its time is up; not work that is bounded by itself and has to tell how far it came.
    let hasDeadline: Bool

    enum Repeats: Sendable {
        /// It states a state, or takes the place of what it made before: it is carried out again.
        case carriedOut
        /// It makes something new: its answer is kept with what it made, and told again.
        case remembered(EnforcementPoint)
        /// It only reads; an idempotency key says nothing.
        case unkeyed
    }

    init(
        _ method: HTTPRequest.Method, _ path: String, _ scope: Scope, repeats: Repeats = .carriedOut,
        hasDeadline: Bool = true,
        ready: @escaping @Sendable (APIRequest) -> Admitted<ReadyAnswer>? = { _ in nil },
        _ work: @escaping @Sendable (APIRequest) async throws -> Answer
    ) {
        self.method = method
        self.path = path
        self.scope = scope
        self.repeats = repeats
        self.hasDeadline = hasDeadline
        self.work = work
        self.ready = ready
    }

    /// Refuses a body where none is read, so that nobody believes it was.
    func checkBody(of request: Request) throws(Problem) {
        guard method == .get || method == .delete else { return }
        try request.refuseBody()
    }
}

/// Something that the API does for whoever has a secret that is part of the path, with or without a token.
struct OpenEndpoint: Sendable {
    let method: HTTPRequest.Method
    /// The path as a template; the only form in which paths are logged and counted.
    let path: String
    /// Takes what stands in the path in the place of the template's parameter.
    let work: @Sendable (_ secret: String) async throws -> Answer.Plain
}
