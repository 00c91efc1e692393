import NIOCore

/// Reads sampled pages beside the load and holds them against the model.
struct PageChecker: Sendable {
    private let stream: AsyncStream<PageSample>
    private let continuation: AsyncStream<PageSample>.Continuation
    let model = NarrowingModel()
    /// What is hidden next is taken from the page looked at last, which must not be an old one.
    private static let mostWaiting = 32

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(Self.mostWaiting))
    }

    /// Takes a page; read later, in order, unless there are too many.
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
