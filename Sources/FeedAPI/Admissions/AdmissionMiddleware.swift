import Hummingbird

/// Hands the admission of every answer, or that it has none, to the connection that will write it.
struct AdmissionMiddleware: RouterMiddleware {
    let connections: ConnectionAdmissions

    @concurrent func handle(
        _ request: Request, context: APIContext, next: @concurrent (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        connections.queue(of: context.channel)?.append(context.admission.take())
        return response
    }
}
