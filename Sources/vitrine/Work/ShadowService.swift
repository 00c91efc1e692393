import Logging
import PolicyLab
import ServiceLifecycle

/// Lets a candidate policy decide in the shadow of the one in force, and writes a report once an epoch.
struct ShadowService: Service {
    /// How often the clock is looked at: it may be set, so nothing waits for a tick.
    private static let pause: Duration = .seconds(60)

    let shadow: Shadow
    let file: ShadowFile
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await look()
                try? await Task.sleep(for: Self.pause)
            }
        }
    }

    /// Counts at low priority.
    ///
    /// The task's value is not awaited while it runs, since whoever awaits a task lends it their own priority.
    private func look() async {
        let (ended, continuation) = AsyncStream.makeStream(of: Void.self)
        let counting = Task.detached(priority: .background) {
            await report()
            continuation.finish()
        }
        await withTaskCancellationHandler {
            for await _ in ended {}
        } onCancel: {
            counting.cancel()
        }
        // At a shutdown the stream ends before the task does, and nothing may be read once the installation is closed.
        await counting.value
    }

    /// Writes the report that is due, if any; what fails is tried again after the pause.
    private func report() async {
        do {
            guard let report = try await shadow.dueReport(after: file.log()) else { return }
            try file.append(report)
            logger.info(
                "shadow report written",
                metadata: ["epoch": "\(report.epoch)", "shadow": "\(report.shadowRevision)"])
        } catch is CancellationError {
            return
        } catch {
            logger.warning("no shadow report could be written", metadata: ["error": "\(type(of: error))"])
        }
    }
}
