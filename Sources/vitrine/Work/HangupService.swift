import Disclosure
import Logging
import ServiceLifecycle
import UnixSignals

/// Loads the policy anew at every SIGHUP; what comes of it is logged.
struct HangupService: Service {
    private let reload: PolicyReload
    private let logger: Logger
    private let signals: UnixSignalsSequence

    /// From here on a SIGHUP no longer ends the process.
    init(reload: PolicyReload, logger: Logger) async {
        self.reload = reload
        self.logger = logger
        signals = await UnixSignalsSequence(trapping: .sighup)
    }

    func run() async throws {
        for await _ in signals.cancelOnGracefulShutdown() {
            do {
                let change = try await reload.perform()
                logger.info(
                    "policy loaded",
                    metadata: ["revision": "\(change.current)", "former": "\(change.former ?? "none")"])
            } catch {
                let report = PolicyReport(error)
                for finding in report.findings { logger.error("\(finding)") }
                logger.error("policy refused, the old one stays: \(report.summary)")
            }
        }
    }
}
