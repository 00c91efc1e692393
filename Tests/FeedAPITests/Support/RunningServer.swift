import Logging
import ServiceLifecycle

@testable import FeedAPI

/// Both servers on free ports of the loopback interface, for as long as a test needs them.
struct RunningServer: Sendable {
    let api: RawExchange
    let operations: RawExchange
    let group: ServiceGroup

    static func run<Outcome: Sendable>(
        _ endpoints: [Endpoint] = SampleEndpoints.all, open: [OpenEndpoint] = [],
        authenticator: any Authenticator = TestAuthenticator(),
        limits: ServingLimits = ServingLimits(),
        clock: ManualClock = ManualClock(), isReady: @escaping Readiness = { true },
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        _ test: (RunningServer) async throws -> Outcome
    ) async throws -> Outcome {
        let (ports, source) = AsyncStream.makeStream(of: (Bool, Int).self)
        var configuration = ServingConfiguration(
            api: Listener(host: "127.0.0.1", port: 0), operations: Listener(host: "127.0.0.1", port: 0))
        configuration.limits = limits
        configuration.onListening = { source.yield((true, $0)) }
        configuration.onOperationsListening = { source.yield((false, $0)) }
        let applications = buildApplications(
            endpoints: endpoints, open: open, authenticator: authenticator,
            surroundings: Surroundings(
                clock: clock.serverClock,
                resources: { ProcessResources(residentBytes: 1, processorNanoseconds: 2_000_000_000, openFiles: 3) },
                isReady: isReady, logger: logger),
            configuration: configuration)
        let group = ServiceGroup(services: [applications.api, applications.operations], logger: logger)
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var (api, operations) = (0, 0)
            for await (isAPI, port) in ports {
                if isAPI { api = port } else { operations = port }
                if api != 0, operations != 0 { break }
            }
            let server = RunningServer(
                api: RawExchange(port: api), operations: RawExchange(port: operations), group: group)
            let outcome: Outcome
            do {
                outcome = try await test(server)
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return outcome
        }
    }
}
