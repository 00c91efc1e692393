import Disclosure
import Domain
import Logging
import ServiceLifecycle

/// Erases once a day what has expired.
struct DailyTick: Service {
    let installation: Installation
    let logger: Logger

    func run() async throws {
        let point = installation.point
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            do {
                _ = try await point.retention.eraseExpired()
                logger.info("what has expired is erased")
                for line in try await point.retention.pending() { logger.warning("retention: \(line)") }
            } catch {
                logger.error("expired records could not be erased; tried again at the next tick")
            }
            let seconds = point.personalRecords.now.seconds
            let rest = 86_400 - seconds % 86_400
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(rest)) }
        }
    }
}
