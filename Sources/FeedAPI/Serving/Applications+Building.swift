import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle

/// Builds the servers of a service; `main` and the tests build the same ones.
public func buildApplications(
    service: FeedService, surroundings: Surroundings, configuration: ServingConfiguration
) -> Applications {
    buildApplications(
        endpoints: service.endpoints, open: service.openEndpoints,
        authenticator: ServiceAuthenticator(point: service.point),
        surroundings: surroundings, configuration: configuration)
}

/// Builds servers of any endpoints.
func buildApplications(
    endpoints: [Endpoint], open: [OpenEndpoint] = [], authenticator: any Authenticator, surroundings: Surroundings,
    configuration: ServingConfiguration
) -> Applications {
    let limits = configuration.limits
    let routes = Set(endpoints.map(\.path) + open.map(\.path))
    let metrics = ExpositionMetrics(routes: routes)
    let entrance = Entrance(
        authentication: Authentication(authenticator: authenticator),
        budget: RequestBudget(
            quota: limits.requestsPerWindow, window: limits.window, capacity: limits.rememberedTokens),
        idempotencyKeys: IdempotencyKeys(capacity: limits.rememberedKeys),
        limits: limits, clock: surroundings.clock,
        answerDeadline: Deadline(limits.answerDeadline, clock: surroundings.clock),
        bodyDeadline: Deadline(limits.bodyDeadline, clock: surroundings.clock))
    let connections = ConnectionAdmissions()
    let api = Router(context: APIContext.self)
    api.addMiddleware {
        AdmissionMiddleware(connections: connections)
        ObservationMiddleware<APIContext>(
            counters: RequestCounters(metrics), routes: routes, clock: surroundings.clock)
        StandardHeadersMiddleware<APIContext>()
        ProblemMiddleware<APIContext>()
        AddressLimitMiddleware<APIContext>(maximumBytes: limits.addressBytes)
        OverloadMiddleware<APIContext>(maximum: limits.concurrentRequests)
    }
    api.add(endpoints, behind: entrance)
    api.add(open: open, .id)
    let operations = Router(context: APIContext.self)
    operations.addMiddleware {
        StandardHeadersMiddleware<APIContext>()
        ProblemMiddleware<APIContext>()
    }
    operations.addOperations(metrics: metrics, resources: surroundings.resources, isReady: surroundings.isReady)
    return Applications(
        api: application(
            api, on: configuration.api, limits: limits, connections: connections, logger: surroundings.logger,
            onListening: configuration.onListening),
        operations: application(
            operations, on: configuration.operations, limits: limits, connections: ConnectionAdmissions(),
            logger: surroundings.logger, onListening: configuration.onOperationsListening))
}

private func application(
    _ router: Router<APIContext>, on listener: Listener, limits: ServingLimits, connections: ConnectionAdmissions,
    logger: Logger, onListening: @escaping @Sendable (Int) async -> Void
) -> any Service {
    let channel = HTTP1Channel.Configuration(
        additionalChannelHandlers: [AdmissionHandler(connections: connections), MalformedRequestHandler()],
        idleTimeout: .nanoseconds(limits.idleDeadline.nanoseconds),
        httpDecoderConfiguration: .init(
            maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headBytes,
            maxHeaderFieldCount: limits.headerCount))
    return Application(
        router: router, server: .http1(configuration: channel),
        configuration: ApplicationConfiguration(
            address: .hostname(listener.host, port: listener.port),
            availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
        onServerRunning: { channel in await onListening(channel.localAddress?.port ?? listener.port) },
        logger: logger)
}
