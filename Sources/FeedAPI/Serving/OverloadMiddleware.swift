import Hummingbird
import Synchronization

/// Turns requests away while too many are being worked on.
final class OverloadMiddleware<Context: RequestContext>: RouterMiddleware {
    private let maximum: Int
    private let current = Atomic(0)

    init(maximum: Int) {
        self.maximum = maximum
    }

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let now = current.add(1, ordering: .relaxed).newValue
        defer { current.subtract(1, ordering: .relaxed) }
        guard now <= maximum else { throw Problem.retry(.overloaded, afterSeconds: 1) }
        return try await next(request, context)
    }
}
