import Hummingbird
import NIOHTTP1

/// Turns every error into a problem document.
struct ProblemMiddleware<Context: RequestContext>: RouterMiddleware {
    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPParserError {
            // The connection is beyond repair; the channel's own handler answers, see `MalformedRequestHandler`.
            throw error
        } catch {
            return Problem(mapping: error, logger: context.logger).response
        }
    }
}
