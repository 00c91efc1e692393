import Disclosure
import Logging
import ServiceLifecycle

/// Writes visits down, and makes the ticks that are due.
struct TickService: Service {
    /// How often the clock is looked at: it may be set, so nothing waits for a tick.
    private static let pause: Duration = .seconds(5)

    let epochs: Epochs
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await look()
                try? await Task.sleep(for: Self.pause)
            }
        }
        // What was noted since the last look is written down before everything is closed.
        do {
            try await epochs.flush()
        } catch {
            logger.warning("visits could not be written", metadata: ["error": "\(type(of: error))"])
        }
    }

    /// What fails is tried again after the pause.
    private func look() async {
        do {
            let count = try await epochs.catchUp()
            if count > 0 { logger.info("epochs closed", metadata: ["count": "\(count)"]) }
        } catch {
            logger.warning("no epoch could be closed", metadata: ["error": "\(type(of: error))"])
        }
    }
}
