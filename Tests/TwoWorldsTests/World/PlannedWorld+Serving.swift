import Logging
import PersonalExport
import Sealing
import ServiceLifecycle

@testable import FeedAPI

extension PlannedWorld {
    /// Serves the world on a free port of the loopback interface, asks everything that is planned, and stops.
    ///
    /// Time for deadlines and rates stands still; the calendar moves with the world's clock.
    func transcript(through leak: any Leak, hiddenIDs: [Int: String]) async throws -> Transcript {
        let service = FeedService(
            point: point, shops: shops,
            exports: PersonalArchive(
                point: point, shops: shops, version: "test", digest: { PublicDigest.blake2b256($0) }))
        let logger = Logger(label: "worlds") { _ in SwiftLogNoOpLogHandler() }
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        var configuration = ServingConfiguration(
            api: Listener(host: "127.0.0.1", port: 0), operations: Listener(host: "127.0.0.1", port: 0))
        configuration.limits.requestsPerWindow = 20_000
        configuration.onListening = { told.yield($0) }
        let applications = buildApplications(
            endpoints: leak.endpoints(of: service), authenticator: ServiceAuthenticator(point: point),
            surroundings: Surroundings(
                clock: ServerClock(
                    uptime: { .seconds(1000) }, sleep: { _ in try await Task.sleep(for: .seconds(3600)) }),
                isReady: { true }, logger: logger),
            configuration: configuration)
        let group = ServiceGroup(services: [applications.api], logger: logger)
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let port = try Absent.orThrow(await ports.first { _ in true })
            let transcript: Transcript
            do {
                let tokens = try await settle()
                transcript = try await WireConnection.open(port: port) { connection in
                    let conversation = Conversation(self, connection, tokens: tokens, hiddenIDs: hiddenIDs)
                    try await conversation.run()
                    return conversation.transcript
                }
            } catch {
                await group.triggerGracefulShutdown()
                throw error
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try close()
            return transcript
        }
    }
}
