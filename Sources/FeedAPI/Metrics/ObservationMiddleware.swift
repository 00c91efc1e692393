import CoreMetrics
import HTTPTypes
import Hummingbird
import Logging

/// Counts every request and, where the log is told of such detail, writes its line of the access log: method, path template,
/// status, time; never the path, the query, a header or a body.
struct ObservationMiddleware<Context: RequestContext>: RouterMiddleware {
    let counters: RequestCounters
    let routes: Set<String>
    let clock: ServerClock

    @concurrent func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = clock.uptime()
        let response = try await next(request, context)
        let duration = clock.uptime() - start
        let route = context.endpointPath.flatMap { routes.contains($0) ? $0 : nil } ?? MetricLabel.other
        let method = request.method.rawValue
        let known = MetricLabel.methods.contains(method) ? method : MetricLabel.other
        counters.count(method: known, route: route, status: response.status.code)
        counters.requestBytes.increment(by: request.headers[.contentLength].flatMap { Int64($0) } ?? 0)
        counters.responseBytes.increment(by: response.body.contentLength ?? 0)
        counters.duration.recordNanoseconds(duration.nanoseconds)
        context.logger.debug(
            "request",
            metadata: [
                "method": .string(known), "route": .string(route), "status": .stringConvertible(response.status.code),
                "milliseconds": .stringConvertible(duration.nanoseconds / 1_000_000),
            ])
        return response
    }
}
