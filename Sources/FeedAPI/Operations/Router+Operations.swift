import HTTPTypes
import Hummingbird
import NIOCore

extension Router where Context == APIContext {
    /// Adds liveness, readiness and metrics; for a listener that outsiders do not reach.
    func addOperations(
        metrics: ExpositionMetrics, resources: @escaping @Sendable () -> ProcessResources, isReady: @escaping Readiness
    ) {
        get("/healthz") { _, _ in Self.text("ok\n") }
        get("/readyz") { _, _ in
            guard await isReady() else { throw Problem.retry(.notReady, afterSeconds: 1) }
            return Self.text("ready\n")
        }
        get("/metrics") { _, _ in Self.text(metrics.text(resources: resources()), type: ExpositionMetrics.mediaType) }
    }

    private static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> Response {
        Response(status: .ok, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
