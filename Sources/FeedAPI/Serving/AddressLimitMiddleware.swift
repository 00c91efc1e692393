import Hummingbird

/// Refuses addresses that are longer than any of this API.
struct AddressLimitMiddleware<Context: RequestContext>: RouterMiddleware {
    let maximumBytes: Int

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard (request.head.path ?? "").utf8.count <= maximumBytes else { throw Problem(.addressTooLong) }
        return try await next(request, context)
    }
}
