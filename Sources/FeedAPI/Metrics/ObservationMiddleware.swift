import CoreMetrics
import HTTPTypes
import Hummingbird
import Logging

/// Counts every request and writes its line of the access log: method, path template, status, time; never the path,
/// the query, a header or a body.
struct ObservationMiddleware<Context: RequestContext>: RouterMiddleware {
    let metrics: ExpositionMetrics
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
        Counter(
            label: MetricName.requests.rawValue,
            dimensions: [("method", known), ("route", route), ("status", "\(response.status.code / 100)xx")],
            factory: metrics
        ).increment()
        Counter(label: MetricName.requestBytes.rawValue, factory: metrics).increment(
            by: request.headers[.contentLength].flatMap { Int64($0) } ?? 0)
        Counter(label: MetricName.responseBytes.rawValue, factory: metrics).increment(
            by: response.body.contentLength ?? 0)
        Timer(label: MetricName.requestDuration.rawValue, factory: metrics).recordNanoseconds(duration.nanoseconds)
        context.logger.info(
            "request",
            metadata: [
                "method": .string(known), "route": .string(route), "status": .stringConvertible(response.status.code),
                "milliseconds": .stringConvertible(duration.nanoseconds / 1_000_000),
            ])
        return response
    }
}
