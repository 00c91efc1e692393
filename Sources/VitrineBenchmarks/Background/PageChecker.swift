import NIOCore

/// Reads sampled pages beside the load and holds them against the model.
struct PageChecker: Sendable {
    private let stream: AsyncStream<PageSample>
    private let continuation: AsyncStream<PageSample>.Continuation
    let model = NarrowingModel()

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .unbounded)
    }

    /// Takes a page; read later, in order.
    var take: @Sendable (PageSample) -> Void {
        { [continuation] sample in continuation.yield(sample) }
    }

    /// No more pages come.
    func finish() { continuation.finish() }

    func run() async throws {
        for await sample in stream {
            model.check(
                try SampledPage.purchases(of: sample.bytes), sent: sample.sent, received: sample.received)
        }
    }
}
