import Disclosure
import Logging
import ServiceLifecycle

/// Goes on with erasures that could not be finished when they were asked for.
struct ErasureService: Service {
    private static let shortestPause = Duration.seconds(1)
    private static let longestPause = Duration.seconds(300)

    let erasure: Erasure
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var pause = Self.shortestPause
            while !Task.isCancelled {
                pause = await look() ? Self.shortestPause : min(pause * 2, Self.longestPause)
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// Returns `false` if some could not be finished; the pause before the next attempt is longer then.
    private func look() async -> Bool {
        do {
            guard try await erasure.unfinishedCount() > 0 else { return true }
            let left = try await erasure.resume()
            if left > 0 {
                logger.warning("erasures are not finished; tried again later", metadata: ["count": "\(left)"])
            } else {
                logger.info("every erasure is finished")
            }
            return left == 0
        } catch {
            logger.warning("erasures could not be looked after; tried again later")
            return false
        }
    }
}
