import Disclosure
import FeedAPI
import Foundation
import Logging
import NIOCore
import PolicyEngine
import ServiceLifecycle
import UnixSignals

/// Runs the servers of an installation until a signal stops them.
enum Serving {
    /// Called with the ports once both listeners listen.
    typealias Announcement = @Sendable (_ api: Int, _ operations: Int) async -> Void

    static func run(
        _ installation: Installation, shadow: ShadowService? = nil, listen: ListenAddress,
        operationsListen: ListenAddress, logger: Logger,
        announce: @escaping Announcement
    ) async throws {
        let ports = Ports(announce: announce)
        let point = installation.point
        point.openFailures.onAlarm { count in
            logger.warning("sealed records do not open; run `vitrine doctor`", metadata: ["count": "\(count)"])
        }
        try await sealAnewIfDue(installation, logger)
        installation.reload.onChange { _ in
            do {
                try await sealAnewIfDue(installation, logger)
            } catch {
                logger.error("the change of policy was not noted with the keys; run `vitrine keys reseal`")
            }
        }
        var configuration = ServingConfiguration(
            api: Listener(host: listen.host, port: listen.port),
            operations: Listener(host: operationsListen.host, port: operationsListen.port))
        configuration.onListening = { await ports.note(api: $0) }
        configuration.onOperationsListening = { await ports.note(operations: $0) }
        let applications = buildApplications(
            service: FeedService(
                point: installation.point, shops: installation.shops, exports: installation.exports,
                reload: installation.reload),
            surroundings: Surroundings(
                clock: MonotonicTime.server, isReady: { await ports.areKnown }, logger: logger),
            configuration: configuration)
        let hangups = await HangupService(reload: installation.reload, logger: logger)
        var services: [any Service] = [
            ControlService.make(installation, logger: logger), applications.operations, applications.api, hangups,
            DailyTick(installation: installation, logger: logger),
            ErasureService(erasure: point.erasure, logger: logger),
        ]
        if let shadow { services.append(shadow) }
        services.append(TickService(epochs: installation.point.epochs, logger: logger))
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map { ServiceGroupConfiguration.ServiceConfiguration(service: $0) },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do {
            try await group.run()
        } catch let error as IOError {
            let addresses = await ports.unknown(api: listen, operations: operationsListen)
            throw CommandFailure(
                "cannot listen on \(addresses): \(String(cString: strerror(error.errnoCode)))", exitCode: .failure)
        }
        try await installation.close()
    }

    /// Purchases are distributed to what is open and what is withheld by the policy in force.
    private static func sealAnewIfDue(_ installation: Installation, _ logger: Logger) async throws {
        let point = installation.point
        guard try await point.keyDesk.notePolicy(point.rulebook.policy.revision) else { return }
        logger.info("sealing everything anew in the background")
        installation.keyWork.start(
            point.resealing, givingUp: false,
            done: { progress in
                guard progress.isWhole else {
                    return logger.error(
                        """
                        some records do not open and were not sealed anew; put them back from a backup, or give them up \
                        for good with `vitrine keys reseal --give-up`
                        """,
                        metadata: ["owners": "\(progress.unreadableOwners)", "records": "\(progress.recordsLeft)"])
                }
                // Another policy may have come into force meanwhile.
                do {
                    try await sealAnewIfDue(installation, logger)
                } catch {
                    logger.error("sealing anew has stopped; run `vitrine keys reseal`")
                }
            },
            failed: { _ in logger.error("sealing anew has stopped; run `vitrine keys reseal`") })
    }

    /// Waits until both ports are known.
    private actor Ports {
        private var api: Int?
        private var operations: Int?
        private let announce: Announcement

        init(announce: @escaping Announcement) {
            self.announce = announce
        }

        var areKnown: Bool { api != nil && operations != nil }

        /// The addresses on which nothing listens yet.
        func unknown(api address: ListenAddress, operations operationsAddress: ListenAddress) -> String {
            let missing = [api == nil ? address : nil, operations == nil ? operationsAddress : nil].compactMap(\.self)
            return missing.map { "`\($0)`" }.joined(separator: " or ")
        }

        func note(api port: Int) async {
            api = port
            await tell()
        }

        func note(operations port: Int) async {
            operations = port
            await tell()
        }

        private func tell() async {
            if let api, let operations { await announce(api, operations) }
        }
    }
}
