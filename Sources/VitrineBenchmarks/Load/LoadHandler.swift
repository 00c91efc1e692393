import NIOCore

/// One connection of a load, with one request under way at a time.
final class LoadHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let run: LoadRun
    private var reader = AnswerReader()
    /// When the request under way was due and when it was sent.
    private var under: (due: NIODeadline, sent: NIODeadline)?

    init(_ run: LoadRun) {
        self.run = run
    }

    func channelActive(context: ChannelHandlerContext) { askNext(context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch reader.read(unwrapInboundIn(data)) {
        case .needsMore: return
        case .malformed:
            run.fail(BenchFailure("the server answered what is no HTTP/1.1 with a length"))
            context.close(promise: nil)
        case .answer(let status, let length):
            guard let under else { return context.close(promise: nil) }
            self.under = nil
            run.answered(
                status: status, length: length, due: under.due, sent: under.sent, sample: reader.takeBytes())
            askNext(context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) { run.closed(hadRequest: under != nil) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func askNext(_ context: ChannelHandlerContext) {
        guard let (request, due, isSampled) = run.next() else { return context.close(promise: nil) }
        guard due > .now() else { return ask(request, due, isSampled, context) }
        under = (due, due)
        context.eventLoop.assumeIsolated().scheduleTask(deadline: due) { [self] in
            guard context.channel.isActive else { return }
            ask(request, due, isSampled, context)
        }
    }

    private func ask(_ request: ByteBuffer, _ due: NIODeadline, _ isSampled: Bool, _ context: ChannelHandlerContext) {
        reader.keepsBytes = isSampled
        under = (due, .now())
        context.writeAndFlush(wrapOutboundOut(request), promise: nil)
    }
}
